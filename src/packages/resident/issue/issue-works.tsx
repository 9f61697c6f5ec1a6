import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { WorksCard } from '@/features/issues/works-card'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Button } from '@/ui/button'

/** Works done for it, and the way to note them for whoever leads or owns it. */
export function IssueWorks({ issue }: { issue: IssueDetail }) {
  const { works, canSetWorks, id, now } = issue
  if (!works && !canSetWorks) return null
  const open = () => void Taro.navigateTo({ url: `/packages/office/works/index?id=${id}` })
  return (
    <View className="issue-grow">
      {works && <WorksCard works={works} now={now} />}
      {canSetWorks && (
        <Button block tone={works ? 'ghost' : 'secondary'} icon="edit" onPress={open}>
          {works ? '修改整治工程' : '记录整治工程'}
        </Button>
      )}
    </View>
  )
}
