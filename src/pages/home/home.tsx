import { useQueryClient } from '@tanstack/react-query'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useMe, type Me } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { useUnreadBadge } from '@/features/notices/use-unread-badge'
import { pageState } from '@/features/paging/page-state'
import { Cell, CellGroup } from '@/ui/cell'
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
import './index.scss'

const openPoints = () => void Taro.navigateTo({ url: '/packages/lovebank/account/index' })
const openProjects = () => void Taro.navigateTo({ url: '/packages/participation/projects/index' })
const openConsents = () => void Taro.navigateTo({ url: '/packages/participation/consents/index' })
const openCounter = () => void Taro.navigateTo({ url: '/packages/office/counter/index' })
const openOffice = () => void Taro.navigateTo({ url: '/packages/office/inbox/index' })
const openDesk = () => void Taro.navigateTo({ url: '/packages/office/desk/index' })

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
  const { hasQueue, decidesBindings, supervises, servesDepartment, servesCounter } = dutiesOf(me.person.roles)
  return (
    <>
      <Greeting me={me} />
      <ReportDoor />
      <WaitingDrafts />
      <LeaveBanner me={me} />
      {hasQueue && <DutyBoard isApprover={decidesBindings} />}
      {supervises && (
        <CellGroup>
          <Cell icon="chart" title="社区工作台" note="等着定的事、地图和台账" onPress={openDesk} />
        </CellGroup>
      )}
      {servesDepartment && (
        <CellGroup>
          <Cell icon="inbox" title="部门收件箱" note="牵头、协办、承诺和联席会" onPress={openOffice} />
        </CellGroup>
      )}
      {servesCounter && (
        <CellGroup>
          <Cell icon="scan" title="兑换发放" note="核对领取码、发放、盘点" onPress={openCounter} />
        </CellGroup>
      )}
      <UnreadCell count={me.unread} />
      <Doors />
      <CellGroup>
        <Cell icon="flag" title="社区项目" note="大家提、看进度、钱花在哪" onPress={openProjects} />
      </CellGroup>
      {!me.person.isNewcomer && (
        <CellGroup>
          <Cell icon="edit" title="签字征询" note="一户一签，看进度和结果" onPress={openConsents} />
          <Cell icon="gift" title="爱心银行" note="我的积分，兑换日用品" onPress={openPoints} />
        </CellGroup>
      )}
      {!me.household && !hasQueue && <BindCard pending={me.pendingBinding} />}
      {!decidesBindings && <MyLatest now={me.now} />}
      {!hasQueue && <MyWorker />}
    </>
  )
}
