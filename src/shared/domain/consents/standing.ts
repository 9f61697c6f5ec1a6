import type { AnswerCode, Channel, ConflictRule } from '../../kernel/consents'
import type { LogEntry } from './entry'

/** What a household has said since it last withdrew: the last answer online and the last on paper, by their places in its chain. */
export interface Said {
  readonly online: { readonly answer: AnswerCode; readonly sequence: number } | null
  readonly paper: { readonly answer: AnswerCode; readonly sequence: number } | null
}

export const nothingSaid: Said = { online: null, paper: null }

/**
 * What has been said after one more line. Whoever withdraws takes back both, but a paper takes back no more than paper where online goes
 * before paper; naming another signer says nothing.
 */
export const saidAfter = (
  said: Said,
  { kind, answer, channel, sequence }: Pick<LogEntry, 'kind' | 'answer' | 'channel' | 'sequence'>,
  rule: ConflictRule,
): Said => {
  if (kind === 'withdrawal') return channel === 'paper' && rule === 'online' ? { ...said, paper: null } : nothingSaid
  return kind === 'answer' && answer && channel ? { ...said, [channel]: { answer, sequence } } : said
}

/** An answer that counts, and how it came. */
export interface Live {
  readonly answer: AnswerCode
  readonly channel: Channel
}

/** The one answer that counts (rules.md: the last valid one, or online over paper), null while there is none. */
export const liveOf = ({ online, paper }: Said, rule: ConflictRule): Live | null => {
  const isOnline = online !== null && (paper === null || rule === 'online' || online.sequence > paper.sequence)
  if (isOnline) return { answer: online.answer, channel: 'online' }
  return paper && { answer: paper.answer, channel: 'paper' }
}

/** Paper and online that say different things; listed, whichever counts. */
export const isConflict = ({ online, paper }: Said): boolean =>
  online !== null && paper !== null && online.answer !== paper.answer
