import Taro from '@tarojs/taro'
import { Empty } from '@/ui/states'

const bind = () => void Taro.navigateTo({ url: '/packages/resident/bind-household/index' })

/** What somebody reads whom nobody knows yet, and the way on. */
export const membersOnly = {
  empty: (
    <Empty
      title="绑定住房以后，一起来商量"
      words="能看议题、提议题、附议，也能参加表决。"
      action={{ text: '去绑定住房', onPress: bind }}
    />
  ),
}
