import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { dayOf } from '@/shared/kernel/time'
import { Banner } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { CurrentLeave } from './current-leave'
import { LeaveForm } from './leave-form'
import './index.scss'

/** Being away without leaving anybody alone: a stand-in takes what comes in. */
export default function LeavePage() {
  const query = useCapability('session.getMe', {})
  const me = query.data
  const leave = me?.person.leave
  return (
    <Page title="请假与代班" skeleton="form" {...pageState(query)}>
      {me && (
        <>
          {leave ? (
            <CurrentLeave leave={leave} today={dayOf(me.now)} />
          ) : (
            <Section title="安排请假">
              <LeaveForm today={dayOf(me.now)} />
            </Section>
          )}
          <Banner icon="info" title="请假期间，事情由谁办？">
            新上报的事会派给代班人，居民看到的也是代班人的工作电话。已经在您手上的事仍由您负责，走之前请办完、转交，或写明情况后挂起。
          </Banner>
        </>
      )}
    </Page>
  )
}
