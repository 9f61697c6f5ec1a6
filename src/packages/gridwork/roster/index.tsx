import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { pageState } from '@/features/paging/page-state'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Banner } from '@/ui/card'
import { Page } from '@/ui/page'
import { DayCard } from './day-card'
import { DaySheet } from './day-sheet'
import './index.scss'

const daysAhead = 13
/** Looked back for the watch still under way, and for what the same day of last week had. */
const daysBack = 7

/** Who is on watch by night and on days off: two weeks of it, to ring and, for the desk, to plan. */
export default function RosterPage() {
  const [openDay, setOpenDay] = useState<string>()
  const me = useMe()
  const today = me.data && dayOf(me.data.now)
  const range = today ? { from: addDays(today, -daysBack), to: addDays(today, daysAhead) } : { from: '', to: '' }
  const roster = useCapability('organization.listRoster', range, { enabled: Boolean(today) })
  const canPlan = me.data ? dutiesOf(me.data.person.roles).plansRoster : false
  const { today: from, running, days = [] } = roster.data ?? {}
  const opened = days.find(({ day }) => day === openDay)
  return (
    <Page
      title="值班表"
      lead="夜间和节假日有急事，先找当天值班的人。"
      skeleton="list"
      {...pageState(me.data ? roster : me)}
    >
      {from && running && (
        <>
          {days
            .filter(({ day }) => day >= running)
            .map((day) => (
              <DayCard
                key={day.day}
                day={day}
                today={from}
                isRunning={day.day === running}
                onPlan={canPlan && day.day >= from ? () => setOpenDay(day.day) : undefined}
              />
            ))}
          <Banner icon="info" title="值班的人要做什么？">
            工作时间以外报上来、限 24
            小时办理的事，会同时告知当天值班的人，由他们留意、到场照看。负责人不变，还是原来派给的人。
          </Banner>
          {opened && (
            <DaySheet
              key={opened.day}
              day={opened}
              lastWeek={days.find(({ day }) => day === addDays(opened.day, -daysBack))}
              today={from}
              onClose={() => setOpenDay(undefined)}
            />
          )}
        </>
      )}
    </Page>
  )
}
