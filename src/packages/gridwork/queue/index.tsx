import { View } from '@tarojs/components'

export default function Index() {
  return <View>待办事项</View>
}
