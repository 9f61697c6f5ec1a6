import { View } from '@tarojs/components'

export default function Index() {
  return <View>我的网格</View>
}
