import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '@/ui/aria'
import { Pressable } from '@/ui/pressable'

interface Door {
  /** One character, as on a seal. */
  sign: string
  name: string
  note: string
  url: string
}

const look: Door = { sign: '查', name: '我的上报', note: '看办到哪一步', url: '/packages/resident/my-issues/index' }
const grid: Door = { sign: '格', name: '我的网格', note: '这一片谁在管', url: '/packages/resident/my-grid/index' }
const work: Door = { sign: '办', name: '待办事项', note: '该我处理的', url: '/packages/gridwork/queue/index' }

/** Only doors that open; the big one, 报, stands above them. */
export function Doors({ hasQueue }: { hasQueue: boolean }) {
  const doors = hasQueue ? [work, look, grid] : [look, grid]
  return (
    <View className="home-doors">
      {doors.map(({ sign, name, note, url }) => (
        <Pressable
          key={sign}
          className="home-door"
          label={`${name}，${note}`}
          onPress={() => void Taro.navigateTo({ url })}
        >
          <View className="home-door-sign" {...aria({ hidden: true })}>
            {sign}
          </View>
          <View className="home-door-words">
            <Text className="home-door-name">{name}</Text>
            <View className="home-door-note">{note}</View>
          </View>
        </Pressable>
      ))}
    </View>
  )
}
