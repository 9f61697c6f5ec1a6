import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/ui/aria'
import { Link } from '@/ui/button'
import { Holder, type SeatHolder } from './holder'

type Seat = { role: string; roleName: string; holders: SeatHolder[] }

const shownMax = 3

/** The ten seats in their order, empty ones too. */
export function Seats({ seats }: { seats: readonly Seat[] }) {
  return (
    <View>
      {seats.map((seat) => (
        <OneSeat key={seat.role} seat={seat} />
      ))}
    </View>
  )
}

function OneSeat({ seat }: { seat: Seat }) {
  const [isOpen, setOpen] = useState(false)
  const { roleName, holders } = seat
  const shown = isOpen ? holders : holders.slice(0, shownMax)
  return (
    <View className="my-grid-seat">
      <View className="my-grid-seat-head">
        <View className="my-grid-seat-role" {...aria({ role: 'heading', level: 3 })}>
          {roleName}
        </View>
        <Text className={`my-grid-seat-count ${holders.length === 0 ? 'is-vacant' : ''}`}>
          {holders.length === 0 ? '空缺' : `${holders.length} 人`}
        </Text>
      </View>
      {holders.length === 0 && (
        <View className="my-grid-seat-empty">目前没有人担任，事情由网格员或社区值班人员接手。</View>
      )}
      {shown.map((holder) => (
        <Holder key={`${holder.personId}-${holder.scopeName}`} holder={holder} />
      ))}
      {holders.length > shownMax && (
        <View className="my-grid-seat-more">
          <Link
            onPress={() => setOpen(!isOpen)}
            label={isOpen ? `收起${roleName}` : `全部 ${holders.length} 人，${roleName}`}
          >
            {isOpen ? '收起' : `全部 ${holders.length} 人`}
          </Link>
        </View>
      )}
    </View>
  )
}
