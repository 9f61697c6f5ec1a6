import { View } from '@tarojs/components'
import { CallButton } from '@/features/organization/call-button'
import { Icon } from '@/ui/icon'

type Props = { name: string; phone: string; hours: string }

/** The number that is always right when one does not know whom to ring. */
export function DutyDesk({ name, phone, hours }: Props) {
  return (
    <View className="my-grid-desk">
      <View className="my-grid-desk-sign">
        <Icon name="phone" />
      </View>
      <View className="my-grid-desk-words">
        <View className="my-grid-name">{name}</View>
        <View className="my-grid-note">{`${phone} · ${hours}`}</View>
      </View>
      <CallButton name={name} phone={phone} />
    </View>
  )
}
