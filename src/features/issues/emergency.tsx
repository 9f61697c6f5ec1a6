import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { emergencyFor } from '@/shared/domain/issues/emergency-words'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import './emergency.scss'

type Props = { classCode: string | undefined; words?: string }

/**
 * Where life may be at stake: ring first, report afterwards. By the words as they are typed and by the class; it stands beside
 * the form and never in its way.
 */
export function Emergency({ classCode, words = '' }: Props) {
  const found = emergencyFor(words, classCode)
  if (!found) return null
  const { emergency, danger } = found
  const isNear = danger === 'near'
  return (
    <View className={`emergency is-${danger}`} {...aria({ role: isNear ? 'alert' : 'note' })}>
      <View className="emergency-head">
        {isNear && <Icon name="warning" className="emergency-icon" />}
        <Text>{isNear ? '有危险，先打电话' : '如果有危险，先打电话：'}</Text>
      </View>
      {isNear && <View className="emergency-advice">{emergency.advice}</View>}
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
      {isNear && <View className="emergency-foot">没有危险，请继续往下填。</View>}
    </View>
  )
}
