import { refuse, type Refusal } from '../../kernel/decision'
import type { Scope } from '../../kernel/roles'
import { toInstant } from '../../kernel/time'
import type { Ballot, Consultation, Vote } from './records'
import { isWithin, type Home } from './who'

/** Which vote of a consultation is on, or was last, or comes next: one more than those that were taken back. */
export const roundOf = ({ history }: Consultation): number => {
  const back = history.map(({ act }) => act).lastIndexOf('goBack')
  return 1 + history.slice(0, back + 1).filter(({ act }) => act === 'closeVote').length
}

/** Whether ballots are taken now. */
export const isVoteOpen = ({ vote, step, isOpen }: Consultation, now: number): boolean =>
  isOpen && step === 'meeting' && vote !== null && vote.result === null && now < Date.parse(vote.closesAt)

type VoteRefusal = 'VOTE_NOT_OPEN' | 'VOTE_NEEDS_HOME' | 'VOTE_OUT_OF_SCOPE' | 'OPTION_UNKNOWN'

/** Whether somebody living there may cast a ballot for an option, or why not. */
export const refusalOfBallot = (
  consultation: Consultation,
  optionId: string | null,
  home: Home | null,
  now: number,
): Refusal<VoteRefusal> | null => {
  if (!isVoteOpen(consultation, now)) return refuse('VOTE_NOT_OPEN')
  if (!home) return refuse('VOTE_NEEDS_HOME')
  if (!isWithin(home, consultation.scope)) return refuse('VOTE_OUT_OF_SCOPE')
  if (optionId !== null && !consultation.vote?.options.some(({ id }) => id === optionId))
    return refuse('OPTION_UNKNOWN')
  return null
}

/** A ballot as cast; one cast before is kept inside. The same choice again changes nothing. */
export const castBallot = (before: Ballot | null, cast: Omit<Ballot, 'before' | 'at'>, now: number): Ballot => {
  if (before?.optionId === cast.optionId && before.personId === cast.personId) return before
  const past = before ? [{ optionId: before.optionId, at: before.at }] : []
  return { ...cast, at: toInstant(now), before: [...(before?.before ?? []), ...past] }
}

/** Counts by option, those nobody chose included; ballots for anything else count nowhere. */
export const countsOf = (
  { options }: Vote,
  counted: readonly { readonly optionId: string; readonly ballots: number }[],
): { optionId: string; ballots: number }[] =>
  options.map(({ id }) => ({ optionId: id, ballots: counted.find(({ optionId }) => optionId === id)?.ballots ?? 0 }))

/** How a vote came out, in words: every option with its ballots. */
export const votesWords = ({ options, result }: Vote): string =>
  options
    .map(({ id, text }) => `${text} ${result?.counts.find(({ optionId }) => optionId === id)?.ballots ?? 0} 票`)
    .join('，')

/** The key of a ballot: of a person, or of a household whichever of its members casts it. */
export const voterOf = ({ by }: Vote, personId: string, householdId: string): string =>
  by === 'person' ? personId : householdId

/** Which buildings a scope covers, out of all; null where every household of the community is meant. */
export const buildingsWithin = (
  { kind, id }: Scope,
  buildings: readonly { readonly _id: string; readonly estateId: string; readonly gridId: string }[],
): string[] | null => {
  if (kind === 'community') return null
  return buildings
    .filter((one) => (kind === 'estate' ? one.estateId : kind === 'grid' ? one.gridId : one._id) === id)
    .map(({ _id }) => _id)
}
