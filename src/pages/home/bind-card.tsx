import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import type { Me } from '@/client/me'

/** For those nobody knows yet: an invitation, never a condition. */
export function BindCard({ pending }: { pending: Me['pendingBinding'] }) {
  if (pending) {
    return (
      <Banner tone="info" icon="clock" title="住房绑定等待确认">
        {`您申请绑定 ${pending.householdLabel}，等${pending.approverRoleName} ${pending.approverName} 审核，确认后会通知您。这段时间照样可以上报。`}
      </Banner>
    )
  }
  return (
    <Card tone="primary" title="告诉我们您住哪儿">
      <View className="home-bind-words">
        绑定住房后，就能看到您的网格员和值班电话，上报时也不用每次选楼。不绑定也能上报。
      </View>
      <Button
        tone="secondary"
        icon="key"
        onPress={() => void Taro.navigateTo({ url: '/packages/resident/bind-household/index' })}
      >
        绑定住房
      </Button>
    </Card>
  )
}
