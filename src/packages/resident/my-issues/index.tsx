import { View } from '@tarojs/components'

export default function Index() {
  return <View>我的上报</View>
}
