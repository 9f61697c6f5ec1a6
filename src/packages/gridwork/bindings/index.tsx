import { View } from '@tarojs/components'

export default function Index() {
  return <View>住户核验</View>
}
