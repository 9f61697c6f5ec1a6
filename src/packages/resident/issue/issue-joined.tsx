import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { JoinButton } from '@/features/issues/join-button'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Card } from '@/ui/card'
import { toast } from '@/ui/toast'

/** Whoever leaves has no more business here, and perhaps may not see it any longer. */
const goBack = () => {
  toast('已撤销，不再通知您这件事')
  void Taro.navigateBack({ fail: () => void Taro.switchTab({ url: '/pages/home/index' }) })
}

/** How many have met it too, and the way in and out for whoever reads it as a neighbour. */
export function IssueJoined({ issue }: { issue: IssueDetail }) {
  const { joinedCount, hasJoined, canJoin, isMine } = issue
  const mayJoin = hasJoined || canJoin
  if (joinedCount === 0 && !mayJoin) return null
  return (
    <View className="issue-joined">
      <Card>
        {joinedCount > 0 && <View>{`我也遇到：${joinedCount} 户`}</View>}
        {mayJoin && <JoinButton issue={{ id: issue.id, hasJoined, isOpen: canJoin, isMine }} onLeft={goBack} />}
      </Card>
    </View>
  )
}
