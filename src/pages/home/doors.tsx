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

const doors: readonly Door[] = [
  { sign: '查', name: '我的上报', note: '看办到哪一步', url: '/packages/resident/my-issues/index' },
  { sign: '格', name: '我的网格', note: '这一片谁在管', url: '/packages/resident/my-grid/index' },
  { sign: '帮', name: '志愿活动', note: '报名、签到', url: '/packages/lovebank/sessions/index' },
  { sign: '议', name: '居民议事', note: '提议、开会、表决', url: '/packages/participation/topics/index' },
  { sign: '邻', name: '邻里事项', note: '身边在办什么', url: '/packages/resident/public-issues/index' },
]

/** Only doors that open; the big one, 报, stands above them. */
export function Doors() {
  return (
    <View className="home-doors">
      {doors.map(({ sign, name, note, url }) => (
        <Pressable key={sign} className="home-door" onPress={() => void Taro.navigateTo({ url })}>
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
