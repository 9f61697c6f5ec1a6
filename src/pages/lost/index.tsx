import Taro from '@tarojs/taro'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' })

/** Where an address leads that no page has: an old link, a code of another version, a slip of the hand. */
export default function LostPage() {
  return (
    <Page
      empty={
        <Empty
          title="没有这个页面"
          words="地址可能不完整，或者这一页已经不在了。您写的内容都还在。"
          mascot="shengbao"
          action={{ text: '回首页', onPress: goHome }}
        />
      }
    />
  )
}
