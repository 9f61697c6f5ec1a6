import { View } from '@tarojs/components'

export default function Index() {
  return <View>事项详情</View>
}
