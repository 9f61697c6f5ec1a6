import { beginningOf } from '../../kernel/beginning'
import { acts, type Act } from '../../kernel/consultation-steps'
import type { Consultation, Meeting } from './records'

type Kind = 'meeting' | 'cancelled' | 'vote' | 'resolution' | 'goBack' | 'report'

/** One thing that happened in the consultations of a project. */
export interface SeriesEntry {
  readonly id: string
  readonly topicId: string
  readonly topicTitle: string
  readonly kind: Kind
  readonly at: string
  readonly head: string
  readonly words: string
}

type Told = Omit<SeriesEntry, 'topicId' | 'topicTitle'>

const wordsMax = 160
const brief = (text: string): string => beginningOf(text, wordsMax)

const meetingTold = ({ id, number, startsAt, place, agenda, cancelledFor, minutes }: Meeting): Told => ({
  id,
  kind: cancelledFor === null ? 'meeting' : 'cancelled',
  at: startsAt,
  head: `第 ${number} 次会议，${place}${cancelledFor === null ? '' : '（取消）'}`,
  words: brief(cancelledFor ?? minutes.at(-1)?.text ?? agenda),
})

/** What stands in the history alone, where votes and resolutions that were taken back are kept too. */
const decisions: Readonly<Record<string, Kind>> = { closeVote: 'vote', goBack: 'goBack' }

const told = ({ _id, meetings, resolution, report, history }: Consultation): Told[] => [
  ...meetings.map(meetingTold),
  ...(resolution
    ? [
        {
          id: `${_id}-resolution`,
          kind: 'resolution' as const,
          at: resolution.at,
          head: '决议',
          words: brief(resolution.text),
        },
      ]
    : []),
  ...history.flatMap(({ act, at, words }) => {
    const kind = decisions[act]
    return kind ? [{ id: `${_id}-${act}-${at}`, kind, at, head: acts[act as Act].name, words: brief(words) }] : []
  }),
  ...(report
    ? [{ id: `${_id}-report`, kind: 'report' as const, at: report.at, head: '回告结果', words: brief(report.text) }]
    : []),
]

/** Every meeting and every decision of the consultations that hang on one project, in the order in which they came. */
export const seriesOf = (topics: readonly Consultation[]): SeriesEntry[] =>
  topics
    .flatMap((topic) => told(topic).map((entry) => ({ ...entry, topicId: topic._id, topicTitle: topic.title })))
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
