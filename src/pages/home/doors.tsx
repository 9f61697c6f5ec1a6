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
  /** Opens only once it is known where somebody lives or works. */
  isForMembers?: boolean
}

/** In the order in which most people look for them. */
const doors: readonly Door[] = [
  {
    sign: '签',
    name: '签字征询',
    note: '一户一签',
    url: '/packages/participation/consents/index',
    isForMembers: true,
  },
  { sign: '爱', name: '爱心银行', note: '积分、兑换', url: '/packages/lovebank/account/index', isForMembers: true },
  { sign: '查', name: '我的上报', note: '看办到哪一步', url: '/packages/resident/my-issues/index' },
  { sign: '议', name: '居民议事', note: '提议、表决', url: '/packages/participation/topics/index', isForMembers: true },
  { sign: '格', name: '我的网格', note: '这一片谁在管', url: '/packages/resident/my-grid/index' },
  { sign: '帮', name: '志愿活动', note: '报名、签到', url: '/packages/lovebank/sessions/index' },
  { sign: '建', name: '社区项目', note: '钱花在哪', url: '/packages/participation/projects/index' },
  { sign: '邻', name: '邻里事项', note: '身边在办什么', url: '/packages/resident/public-issues/index' },
]

/** Only doors that open; the big one, 报, stands above them. */
export function Doors({ isNewcomer }: { isNewcomer: boolean }) {
  return (
    <View className="home-doors">
      {doors
        .filter(({ isForMembers }) => !(isNewcomer && isForMembers))
        .map(({ sign, name, note, url }) => (
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
