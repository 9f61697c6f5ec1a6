import { Text, View } from '@tarojs/components'
import { CallButton } from '@/features/organization/call-button'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Avatar } from '@/ui/card'
import { Tag } from '@/ui/tag'

export type SeatHolder = OutputOf<ContractOf<'organization.getMyTeam'>>['seats'][number]['holders'][number]

/** One person in a seat: what they look after, whether they are here, and whom to ring now. */
export function Holder({ holder }: { holder: SeatHolder }) {
  const { name, scopeName, isAway, standInName, standInPhone, dutyPhone } = holder
  const stands = isAway && standInName
  const phone = stands ? standInPhone : isAway ? null : dutyPhone
  return (
    <View className="my-grid-holder">
      <Avatar name={name} />
      <View className="my-grid-holder-words">
        <View className="my-grid-name">
          <Text>{name}</Text>
          {isAway && <Tag tone="warn">请假</Tag>}
        </View>
        <View className="my-grid-note">{scopeName}</View>
        {isAway && (
          <View className="my-grid-standin">{stands ? `由 ${standInName} 代班` : '暂无人代班，请打值班电话'}</View>
        )}
      </View>
      {phone && <CallButton name={stands ? standInName! : name} phone={phone} />}
    </View>
  )
}
