import type { ContractOf } from '@/shared/contracts'
import { stepNames, steps, type Step } from '@/shared/kernel/consultation-steps'
import { roundedPercent } from '@/shared/kernel/percent'
import type { OutputOf } from '@/shared/kernel/capability'
import { addDays, dayOf, startOfDay, wallClock } from '@/shared/kernel/time'
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
  whole > 0 ? `${part}/${whole}（${roundedPercent(part, whole, 1)}）` : `${part}/${whole}`

/** Whom a topic concerns. */
export const scopeWords = (scopeName: string | null): string => scopeName ?? '全社区'

type Walked = Pick<TopicDetail, 'history' | 'step' | 'now' | 'meetings' | 'notice' | 'resolution'>

/** What is known of the days of some steps beside when they were come to: of the sitting, and of what lies ahead. */
const knownDays = ({ meetings, notice, resolution }: Walked): Partial<Record<Step, string>> => ({
  ...(meetings.some(isOn) ? { meeting: dayOf(meetings.filter(isOn).at(-1)!.startsAt) } : {}),
  ...(notice ? { noticing: notice.from, carryingOut: addDays(notice.to, 1) } : {}),
  ...(resolution ? { reported: resolution.dueOn } : {}),
})
const isOn = ({ cancelledFor }: TopicDetail['meetings'][number]): boolean => cancelledFor === null

/**
 * The days of the eight steps, short enough for a narrow phone: when each was come to, or when it is to be; nothing where nobody knows
 * yet. Going back starts anew.
 */
export const stepDays = (topic: Walked): string[] => {
  const { history, step, now } = topic
  const reached: (string | undefined)[] = []
  for (const one of history) {
    const at = steps.indexOf(one.step)
    if (one.act === 'goBack') reached.length = at
    reached[at] ??= dayOf(one.at)
  }
  const known = knownDays(topic)
  const year = dayOf(now).slice(0, 4)
  const short = (day: string) => wallClock(startOfDay(day)).format(day.startsWith(year) ? 'M/D' : 'YY/M/D')
  return steps.map((name, at) => {
    const isAhead = at > steps.indexOf(step)
    const day = name === 'meeting' || isAhead ? (known[name] ?? (isAhead ? undefined : reached[at])) : reached[at]
    if (!day) return ''
    return isAhead && name === 'reported' ? `${short(day)}前` : short(day)
  })
}
