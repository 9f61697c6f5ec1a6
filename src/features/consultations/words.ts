import type { ContractOf } from '@/shared/contracts'
import { stepNames, steps } from '@/shared/kernel/consultation-steps'
import type { OutputOf } from '@/shared/kernel/capability'
import { dayOf, wallClock } from '@/shared/kernel/time'
import type { Tone } from '@/ui/tag'

export type TopicDetail = OutputOf<ContractOf<'consultations.getTopic'>>
export type TopicRow = OutputOf<ContractOf<'consultations.listTopics'>>['topics'][number]

const endWords = { declined: '没有通过', withdrawn: '已撤回', joined: '已并入' } as const
const sources = { resident: '居民提议', group: '小组提议', staff: '社区提议' } as const

export const sourceWords = ({ proposedAs }: Pick<TopicRow, 'proposedAs'>): string => sources[proposedAs]

/** Where a topic stands, in a word. */
export const standingOf = ({
  step,
  end,
  isVoteOpen,
}: Pick<TopicRow, 'step' | 'end' | 'isVoteOpen'>): { words: string; tone: Tone } => {
  if (end) return { words: endWords[end], tone: 'neutral' }
  if (isVoteOpen) return { words: '正在表决', tone: 'warn' }
  return { words: stepNames[step], tone: step === 'reported' ? 'success' : 'info' }
}

/** Why only its author sees something; null where everybody does. */
export const checkWords = (textCheck: TopicRow['textCheck']): string | null => {
  if (textCheck === 'passed') return null
  return textCheck === 'risky' || textCheck === 'rejected' ? '没有通过审核，只有您看得到' : '正在审核，通过后大家看得到'
}

/** A share for people: "683/702（97.3%）". */
export const shareWords = (part: number, whole: number): string =>
  whole > 0 ? `${part}/${whole}（${((part / whole) * 100).toFixed(1)}%）` : `${part}/${whole}`

/** Whom a topic concerns. */
export const scopeWords = (scopeName: string | null): string => scopeName ?? '全社区'

type Walked = Pick<TopicDetail, 'history' | 'step' | 'now'>

/** On which day each of the eight steps was come to, short enough for a narrow phone; nothing for those ahead. Going back starts anew. */
export const stepDays = ({ history, step, now }: Walked): string[] => {
  const days: (string | undefined)[] = []
  for (const one of history) {
    const at = steps.indexOf(one.step)
    if (one.act === 'goBack') days.length = at
    days[at] ??= one.at
  }
  const year = dayOf(now).slice(0, 4)
  return steps.map((_step, at) => {
    const day = at <= steps.indexOf(step) ? days[at] : undefined
    return day ? wallClock(day).format(dayOf(day).startsWith(year) ? 'M/D' : 'YY/M/D') : ''
  })
}
