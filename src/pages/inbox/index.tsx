import { View } from '@tarojs/components'

export default function Index() {
  return <View>消息</View>
}
