import { View } from '@tarojs/components'
import { CallButton } from '@/features/organization/call-button'

type Props = { name: string; phone: string; hours: string }

/** The number that is always right when one does not know whom to ring. */
export function DutyDesk({ name, phone, hours }: Props) {
  return (
    <View className="my-grid-desk">
      <View className="my-grid-desk-words">
        <View className="my-grid-name">{name}</View>
        <View className="my-grid-desk-phone">{phone}</View>
        <View className="my-grid-note">{hours}</View>
      </View>
      <CallButton name={name} phone={phone} />
    </View>
  )
}
