import { View } from '@tarojs/components'

export default function Index() {
  return <View>请假</View>
}
