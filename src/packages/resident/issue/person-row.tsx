import { View } from '@tarojs/components'
import { CallButton } from '@/features/organization/call-button'
import { Avatar } from '@/ui/card'

type RowProps = { name: string; roleName: string; dutyPhone: string | null; note?: string; isSelf?: boolean }

/** Somebody in office: who, in which post, and how to ring them. */
export function PersonRow({ name, roleName, dutyPhone, note, isSelf }: RowProps) {
  return (
    <View className="issue-person">
      <Avatar name={name} />
      <View className="issue-person-words">
        <View className="issue-person-name">{name}</View>
        <View className="issue-person-role">{roleName}</View>
        {note && <View className="issue-person-note">{note}</View>}
      </View>
      {dutyPhone && !isSelf && <CallButton name={`${roleName}${name}`} phone={dutyPhone} />}
    </View>
  )
}
