import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import './call-button.scss'

/** Rings a duty phone (工作电话) with one tap. Private numbers never get here. */
export function CallButton({ name, phone }: { name: string; phone: string }) {
  return (
    <Pressable
      className="call-button"
      label={`给${name}打电话，${phone}`}
      onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
    >
      <Icon name="phone" className="call-button-icon" />
      <Text>打电话</Text>
    </Pressable>
  )
}
