import { useQueryClient } from '@tanstack/react-query'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useMe, type Me } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { useUnreadBadge } from '@/features/notices/use-unread-badge'
import { pageState } from '@/features/paging/page-state'
import { Page } from '@/ui/page'
import { BindCard } from './bind-card'
import { Doors } from './doors'
import { DutyBoard } from './duty-board'
import { Greeting } from './greeting'
import { HomeCutOff } from './home-cut-off'
import { LeaveBanner } from './leave-banner'
import { MyLatest } from './my-latest'
import { MyWorker } from './my-worker'
import { ReportDoor } from './report-door'
import { UnreadCell } from './unread-cell'
import { WaitingDrafts } from './waiting-drafts'
import { WorkCells } from './work-cells'
import './index.scss'

/** The first screen: one thing to do, then what waits for this person. At most three calls, whoever it is. */
export function Home() {
  const me = useMe()
  const client = useQueryClient()
  useUnreadBadge(me.data?.unread)
  usePullDownRefresh(() => void client.refetchQueries({ type: 'active' }).finally(() => Taro.stopPullDownRefresh()))
  const state = pageState(me)
  if (me.error?.isTransient && !me.data) return <HomeCutOff error={me.error} onRetry={() => void me.refetch()} />
  return (
    <Page {...state} skeleton="card">
      {me.data && <HomeOf me={me.data} />}
    </Page>
  )
}

function HomeOf({ me }: { me: Me }) {
  const duties = dutiesOf(me.person.roles)
  const { hasQueue, decidesBindings } = duties
  return (
    <>
      <Greeting me={me} />
      <ReportDoor />
      <WaitingDrafts />
      <LeaveBanner me={me} />
      {hasQueue && <DutyBoard isApprover={decidesBindings} />}
      <WorkCells duties={duties} />
      <UnreadCell count={me.unread} />
      <Doors isNewcomer={me.person.isNewcomer} />
      {!me.household && !hasQueue && <BindCard pending={me.pendingBinding} />}
      {!decidesBindings && <MyLatest now={me.now} />}
      {!hasQueue && <MyWorker />}
    </>
  )
}
