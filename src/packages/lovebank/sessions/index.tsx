import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { openMySignups, proposeActivity } from '@/features/activities/open'
import { SessionCell } from '@/features/activities/session-cell'
import { dateWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { Theme } from '@/shared/kernel/themes'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { CellGroup } from '@/ui/cell'
import { Choice } from '@/ui/choice'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { Calendar } from './calendar'
import './index.scss'

const views = [
  { value: 'list', label: '列表' },
  { value: 'calendar', label: '日历' },
] as const

/** What there is to take part in: as a list from today on, or a day of the calendar. */
export default function SessionsPage() {
  const [view, setView] = useState<(typeof views)[number]['value']>('list')
  const [theme, setTheme] = useState<Theme | 'all'>('all')
  const [picked, setPicked] = useState('')
  const themes = useCapability('activities.listThemes', {}, { staleMinutes: 60 }).data?.themes ?? []
  const day = view === 'calendar' ? picked : ''
  const pages = usePages('activities.listSessions', {
    ...(theme === 'all' ? {} : { theme }),
    ...(day ? { from: day, to: day } : {}),
  })
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const rows = read.flatMap(({ sessions }) => sessions)
  const now = read[0]?.now ?? ''
  const days = [...new Set(rows.map(({ startsAt }) => dayOf(startsAt)))]
  return (
    <Page title="志愿活动" lead="报名参加，签到签退，按服务时长得积分。" skeleton="list" {...pageState(pages)}>
      <Segmented label="怎么看" items={views} value={view} onChange={setView} />
      <Choice
        label="主题"
        hideLabel
        options={[{ value: 'all', label: '全部' }, ...themes.map((one) => ({ value: one.theme, label: one.name }))]}
        value={theme}
        onChange={setTheme}
      />
      {view === 'calendar' && now && <Calendar today={dayOf(now)} value={picked} onChange={setPicked} />}
      {pages.data && rows.length === 0 && (
        <Empty
          mascot="shengbao"
          title={day ? '这一天没有活动' : '最近没有活动'}
          words="换一天或换个主题看看，也可以自己发起。"
        />
      )}
      {days.map((one) => (
        <CellGroup key={one} title={dateWords(one, dayOf(now))}>
          {rows
            .filter(({ startsAt }) => dayOf(startsAt) === one)
            .map((session) => (
              <SessionCell key={session.id} session={session} now={now} />
            ))}
        </CellGroup>
      ))}
      <ListEnd pages={pages} />
      <View className="sessions-acts">
        <Button block tone="secondary" icon="list" onPress={openMySignups}>
          我报名的活动
        </Button>
        <Button block tone="ghost" icon="plus" onPress={proposeActivity}>
          发起活动
        </Button>
      </View>
    </Page>
  )
}
