import { Text, View } from '@tarojs/components'
import { CheckedSheet } from '@/features/sheets/checked-sheet'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Tag } from '@/ui/tag'
import { runsOf, runWords, type CalendarDay } from './runs'
import type { Checked, Import } from './use-import'

type Props = { year: number; work: Import; checked: Checked }

/** What a chosen file would change, or what is wrong in it, before anything is changed. */
export function ImportSheet({ year, work, checked }: Props) {
  const { added, removed, changed, openIssues } = checked
  const isSame = added.length + removed.length + changed.length === 0
  return (
    <CheckedSheet
      title={`导入 ${year} 年的表`}
      words={isSame ? '和现有的表一样，再导入一次' : undefined}
      checked={checked}
      work={work}
    >
      <View className="calendar-file">{work.fileName}</View>
      <Changes title="增加" days={added} />
      <Changes title="去掉" days={removed} />
      <Changes title="改动" days={changed} />
      {isSame && <Banner tone="success">和现有的表一样，没有要改动的日子。</Banner>}
      <Banner icon="clock">
        {openIssues > 0
          ? `社区有 ${openIssues} 件事还没办结，它们已经告诉上报人的时限都不改动。`
          : '现在没有正在计时的事项。'}
      </Banner>
    </CheckedSheet>
  )
}

function Changes({ title, days }: { title: string; days: readonly CalendarDay[] }) {
  if (days.length === 0) return null
  return (
    <CellGroup title={`${title} ${days.length} 天`}>
      {runsOf(days).map((run) => (
        <Cell
          key={run.from}
          title={run.name}
          note={<Text>{runWords(run)}</Text>}
          value={<Tag tone={run.kind === 'off' ? 'success' : 'warn'}>{run.kind === 'off' ? '放假' : '上班'}</Tag>}
        />
      ))}
    </CellGroup>
  )
}
