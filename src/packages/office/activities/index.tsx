import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { useMe } from '@/client/me'
import { openActivity, proposeActivity } from '@/features/activities/open'
import { ruleWords } from '@/features/activities/rule-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { ThemeSheet } from './theme-sheet'
import { Undecided } from './undecided'

const items = [
  { value: 'open', label: '进行中' },
  { value: 'proposed', label: '等审核' },
  { value: 'ended', label: '已结束' },
  { value: 'declined', label: '没通过' },
] as const
type State = (typeof items)[number]['value']

const emptyWords: Record<State, string> = {
  open: '没有进行中的活动',
  proposed: '没有等审核的活动',
  ended: '没有结束的活动',
  declined: '没有没通过的活动',
}
const staff: readonly string[] = ['communityWorker', 'gridWorker', 'buildingHead', 'administrator']
const naming: readonly string[] = ['communityWorker', 'administrator']

/** Activities as they are made: all of them for staff, one's own for everybody else, and what waits for somebody's agreement. */
export default function ActivitiesPage() {
  const [state, setState] = useState<State>('open')
  const [isNaming, setNaming] = useState(false)
  const me = useMe()
  const pages = usePages('activities.listActivities', { state })
  useListGestures(pages)
  const rows = pages.data?.pages.flatMap(({ activities }) => activities) ?? []
  const roles = me.data?.person.roles ?? []
  const holds = (wanted: readonly string[]) => roles.some((role) => wanted.includes(role))
  const today = dayOf(me.data?.now ?? 0)
  return (
    <Page title="活动管理" skeleton="list" {...pageState(me.data ? pages : me)}>
      {holds(staff) && <Undecided />}
      <Segmented label="看哪些活动" items={items} value={state} onChange={setState} />
      {pages.data && rows.length === 0 && <Empty mascot="shengbao" title={emptyWords[state]} />}
      {rows.length > 0 && (
        <CellGroup>
          {rows.map((row) => (
            <Cell
              key={row.id}
              icon="calendar"
              title={row.title}
              note={`${row.themeName} · ${ruleWords(row.rule, today)} · 带队 ${row.leaderName}`}
              onPress={() => openActivity(row.id)}
            />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
      <View>
        <Button block icon="plus" onPress={proposeActivity}>
          发起活动
        </Button>
      </View>
      {holds(naming) && (
        <View>
          <Button block tone="ghost" icon="edit" onPress={() => setNaming(true)}>
            四爱主题名称
          </Button>
        </View>
      )}
      {isNaming && <ThemeSheet onClose={() => setNaming(false)} />}
    </Page>
  )
}
