import { exactWords } from '@/features/issues/time-words'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { monthWords } from '@/shared/kernel/months'
import { pointsText } from '@/shared/kernel/points'
import { Paper } from '@/ui/paper'
import { returningWords } from './people'
import { meanings, periodWords, type Period, type Service } from './periods'
import { movedKinds } from './points'

/** The same figures on a sheet of paper, with what they mean under them. */
export function ServicePaper({ service, period }: { service: Service; period: Period }) {
  const { months, total, at, now } = service
  const last = months.at(-1)
  return (
    <Paper
      title="志愿服务数据"
      under={periodWords(period)}
      facts={[
        { label: '参加人次', value: String(total.times) },
        { label: '月末未用', value: `${pointsText(last?.outstanding ?? 0)} 分` },
      ]}
      parts={[
        {
          title: '志愿者',
          table: {
            heads: ['月份', '活跃人数', '回来的', '人次'],
            rows: months.map((month) => [
              monthWords(month.month),
              String(month.active),
              returningWords(month),
              String(month.times),
            ]),
          },
        },
        {
          title: '时长',
          table: {
            heads: ['主题', '计分时长', '荣誉时长'],
            rows: total.themes.map(({ name, counted, honour }) => [name, minutesWords(counted), minutesWords(honour)]),
          },
        },
        {
          title: '积分',
          table: {
            heads: ['月份', '发放', '更正', '兑换', '到期', '月末未用'],
            rows: [
              ...months.map(({ month, points, outstanding }) => [
                monthWords(month),
                ...movedKinds.map((kind) => pointsText(points[kind])),
                pointsText(outstanding),
              ]),
              ['合计', ...movedKinds.map((kind) => pointsText(total.points[kind])), pointsText(last?.outstanding ?? 0)],
            ],
          },
        },
        {
          title: '说明',
          text: [
            `活跃＝${meanings.active}`,
            `回来的＝${meanings.returning}`,
            `计分时长＝${meanings.counted}`,
            `荣誉时长＝${meanings.honour}`,
            `月末未用＝${meanings.outstanding}`,
          ].join('\n'),
        },
      ]}
      foot={`${at ? `截至 ${exactWords(at)}，` : ''}打印于 ${exactWords(now)}`}
    />
  )
}
