import { View } from '@tarojs/components'

export default function Index() {
  return <View>首页</View>
}
