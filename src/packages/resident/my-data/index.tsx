import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Banner } from '@/ui/card'
import { Page } from '@/ui/page'
import { Account } from './account'
import { Left } from './left'
import { PhoneReads } from './phone-reads'
import { WhoIAm } from './who-i-am'
import './index.scss'

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
          <Left mine={mine} />
          <Account mine={mine} />
        </>
      )}
    </Page>
  )
}
