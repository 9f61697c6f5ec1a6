import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'

/** 报: the one thing most people come for. */
export function ReportDoor() {
  return (
    <Pressable className="home-report" onPress={() => void Taro.switchTab({ url: '/pages/report/index' })}>
      <View className="home-report-words">
        <Text className="home-report-title">上报问题</Text>
        <View className="home-report-note">拍张照、说句话，派给具体的人</View>
      </View>
      <View className="home-report-lens">
        <Icon name="camera" />
      </View>
    </Pressable>
  )
}
