import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Account } from './account'
import { PhoneReads } from './phone-reads'
import { WhoIAm } from './who-i-am'
import './index.scss'

const openMyIssues = () => void Taro.navigateTo({ url: '/packages/resident/my-issues/index' })
const openNotices = () => void Taro.switchTab({ url: '/pages/inbox/index' })

/** What the community keeps about me, what I agreed to, and how I take it back. */
export default function MyData() {
  const query = useCapability('residents.getMyData', {})
  const mine = query.data
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page title="我的信息" lead="社区保存的、和您有关的，都在这里。" {...pageState(query)} skeleton="form">
      {mine && (
        <>
          {mine.isNewcomer && <Banner icon="info">您还没有绑定住房，社区只知道您用微信来过。</Banner>}
          <WhoIAm mine={mine} />
          <PhoneReads />
          <CellGroup title="您留下的" note="照片保存前已去掉拍摄地点等附带信息。">
            <Cell
              icon="report"
              title="上报的事"
              value={`${mine.counts.issues} 件`}
              note="您和办理的人能看；公开的进度里不显示是您"
              onPress={openMyIssues}
            />
            <Cell
              icon="home"
              title="住房绑定申请"
              value={`${mine.counts.bindings} 份`}
              note="您、楼长、单元长、网格员和社区能看"
            />
            <Cell
              icon="inbox"
              title="站内消息"
              value={`${mine.counts.notices} 条`}
              note="只有您能看，保存两年"
              onPress={openNotices}
            />
            <Cell
              icon="gift"
              title="爱心积分"
              value={`${mine.counts.transfers} 笔`}
              note="您和社区能看；注销后余额作废，账上不再看得出是您"
            />
          </CellGroup>
          <Account mine={mine} />
        </>
      )}
    </Page>
  )
}
