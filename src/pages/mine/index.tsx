import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useUnreadBadge } from '@/features/notices/use-unread-badge'
import { pageState } from '@/features/paging/page-state'
import { SwitchPersona } from '@/features/session/switch-persona'
import { Cell, CellGroup, SwitchCell } from '@/ui/cell'
import { Page } from '@/ui/page'
import { setElder, useElder } from '@/ui/preferences'
import { HomeCard } from './home-card'
import { PrivacySheet } from './privacy-sheet'
import { Profile } from './profile'
import { StaffEntries } from './staff-entries'
import { versionWords } from './version'
import './index.scss'

const openAdoptions = () => void Taro.navigateTo({ url: '/packages/resident/adoptions/index' })
const openPoints = () => void Taro.navigateTo({ url: '/packages/lovebank/account/index' })
const openMyData = () => void Taro.navigateTo({ url: '/packages/resident/my-data/index' })
const openMyIssues = () => void Taro.navigateTo({ url: '/packages/resident/my-issues/index' })

/** Me: who I am here, where I live, what I do, and how I want to see it. */
export default function Mine() {
  const query = useCapability('session.getMe', {})
  const isElder = useElder()
  const [showsPrivacy, setShowsPrivacy] = useState(false)
  const me = query.data
  useUnreadBadge(me?.unread)
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page {...pageState(query)}>
      {me && (
        <>
          <Profile me={me} />
          <StaffEntries me={me} />
          <CellGroup>
            <Cell icon="report" title="我上报的事" note="看进展、确认结果、评价" onPress={openMyIssues} />
            {!me.person.isNewcomer && (
              <Cell icon="gift" title="我的积分" note="爱心银行：余额、明细、兑换" onPress={openPoints} />
            )}
          </CellGroup>
          <HomeCard me={me} />
          <CellGroup title="设置">
            <SwitchCell
              icon="person"
              title="大字版"
              note="字更大，按钮更大"
              on={isElder}
              onChange={(on) => setElder(on)}
            />
            <Cell icon="leaf" title="绿地认养" note="哪块绿地由谁照看" onPress={openAdoptions} />
            <Cell icon="person" title="我的信息" note="查看、改正、删除，注销账号" onPress={openMyData} />
            <Cell icon="shield" title="隐私说明" note="我们保存什么，为什么" onPress={() => setShowsPrivacy(true)} />
            <Cell icon="info" title="关于" value={versionWords()} />
          </CellGroup>
          <SwitchPersona />
          <PrivacySheet open={showsPrivacy} onClose={() => setShowsPrivacy(false)} />
        </>
      )}
    </Page>
  )
}
