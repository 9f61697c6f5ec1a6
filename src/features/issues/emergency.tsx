import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { classOf } from '@/shared/domain/issues/classes'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import './emergency.scss'

/** Where life may be at stake: ring first, report afterwards. Nothing for all other classes. */
export function Emergency({ classCode }: { classCode: string | undefined }) {
  const emergency = classCode ? classOf(classCode)?.emergency : null
  if (!emergency) return null
  return (
    <View className="emergency" {...aria({ role: 'alert' })}>
      <View className="emergency-head">
        <Icon name="warning" className="emergency-icon" />
        <Text>有危险，先打电话</Text>
      </View>
      <View className="emergency-advice">{emergency.advice}</View>
      <View className="emergency-numbers">
        {emergency.numbers.map(({ number, name }) => (
          <Pressable
            key={number}
            className="emergency-number"
            label={`${number} ${name}，点按拨打`}
            onPress={() => void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)}
          >
            <Text className="emergency-figure">{number}</Text>
            <Text className="emergency-name">{name}</Text>
          </Pressable>
        ))}
      </View>
      <View className="emergency-foot">没有危险，请继续往下填。</View>
    </View>
  )
}
