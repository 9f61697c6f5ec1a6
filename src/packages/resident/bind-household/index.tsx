import { View } from '@tarojs/components'

export default function Index() {
  return <View>绑定住房</View>
}
