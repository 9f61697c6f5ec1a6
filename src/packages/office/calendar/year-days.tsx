import { Text, View } from '@tarojs/components'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Cell, CellGroup } from '@/ui/cell'
import { Empty } from '@/ui/states'
import { Tag } from '@/ui/tag'
import { runsOf, runWords } from './runs'

type Calendar = OutputOf<ContractOf<'settings.getCalendar'>>

const sources: Record<Calendar['source'], string> = {
  own: '本社区导入的表',
  national: '国务院公布的放假安排',
  missing: '',
}

/** A year's holidays and the days worked for them, in their order. */
export function YearDays({ calendar }: { calendar: Calendar }) {
  const { days, year, source } = calendar
  if (days.length === 0) {
    return <Empty mascot="shengbao" title={`${year} 年还没有表`} words="下载模板，照着放假安排填好，再选择表格导入。" />
  }
  const off = days.filter(({ kind }) => kind === 'off').length
  return (
    <View className="calendar-year">
      <CellGroup
        title={sources[source]}
        note={`放假 ${off} 天，调休上班 ${days.length - off} 天；其余日子按周一到周五上班。`}
      >
        {runsOf(days).map((run) => (
          <Cell
            key={run.from}
            title={run.name}
            note={<Text>{runWords(run)}</Text>}
            value={<Tag tone={run.kind === 'off' ? 'success' : 'warn'}>{run.kind === 'off' ? '放假' : '上班'}</Tag>}
          />
        ))}
      </CellGroup>
    </View>
  )
}
