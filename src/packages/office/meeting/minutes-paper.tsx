import { exactWords } from '@/features/issues/time-words'
import { Paper } from '@/ui/paper'
import { turnoutWords, type Meeting } from './meeting'

const bySeat = { code: '扫码或输码', chair: '主持人代签' } as const

/** The minutes as they are filed: what was on the table, who was there, what was agreed, with room to sign. */
export function MinutesPaper({ meeting }: { meeting: Meeting }) {
  const { number, issueCode, startsAt, place, chair, invited, attendance, agenda, cancelledFor } = meeting
  const latest = meeting.minutes.at(-1)
  const seats = [chair, ...invited]
  const absent = seats.filter(({ personId }) => attendance.every((one) => one.personId !== personId))
  return (
    <Paper
      title="联席会纪要"
      under={`第 ${number} 次 · 事项编号 ${issueCode}`}
      facts={[
        { label: '时间', value: exactWords(startsAt) },
        { label: '地点', value: place },
        { label: '主持', value: [chair.departmentName, chair.name].filter(Boolean).join(' ') },
        { label: '人数', value: turnoutWords(meeting) },
        ...(cancelledFor === null ? [] : [{ label: '已取消', value: cancelledFor }]),
      ]}
      parts={[
        { title: '议题', text: agenda },
        {
          title: '签到',
          table: {
            heads: ['姓名', '单位', '签到时间', '方式'],
            whole: [0, 2],
            rows: [
              ...attendance.map(({ name, from, at, by }) => [name, from || '临时到场', exactWords(at), bySeat[by]]),
              ...absent.map(({ name, departmentName, roleName }) => [name, departmentName ?? roleName, '未签到', '']),
            ],
          },
        },
        {
          title: '纪要',
          text: latest ? `${latest.text}\n（${latest.byName}，${exactWords(latest.at)}）` : '还没有写纪要。',
        },
      ]}
      signatures={['主持人签字', '日期']}
      foot={`${exactWords(meeting.now)} 打印`}
    />
  )
}
