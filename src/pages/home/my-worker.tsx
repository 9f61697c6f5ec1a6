import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { CallButton } from '@/features/organization/call-button'
import { Link } from '@/ui/button'
import { Avatar } from '@/ui/card'
import { Section } from '@/ui/page'
import { Tag } from '@/ui/tag'

/** Whom to ring: the worker of my grid, or who stands in for them. */
export function MyWorker() {
  const team = useCapability('organization.getMyTeam', {}, { staleMinutes: 10 })
  const worker = team.data?.seats.find(({ role }) => role === 'gridWorker')?.holders[0]
  if (!team.data) return null
  const { grid, isMine, dutyDesk } = team.data
  const more = (
    <Link icon="chevron" onPress={() => void Taro.navigateTo({ url: '/packages/resident/my-grid/index' })}>
      整支队伍
    </Link>
  )
  if (!isMine || !worker) {
    return (
      <Section title="有事找人" extra={more}>
        <View className="home-worker">
          <View className="home-worker-words is-first">
            <Text className="home-worker-name">{dutyDesk.name}</Text>
            <View className="home-worker-note">{dutyDesk.hours}</View>
          </View>
          <CallButton name={dutyDesk.name} phone={dutyDesk.phone} />
        </View>
      </Section>
    )
  }
  const isCovered = worker.isAway && worker.standInName
  return (
    <Section title="我的网格员" extra={more}>
      <View className="home-worker">
        <Avatar name={worker.name} />
        <View className="home-worker-words">
          <View className="home-worker-name">
            <Text>{worker.name}</Text>
            {worker.isAway && <Tag tone="warn">请假</Tag>}
          </View>
          <View className="home-worker-note">
            {isCovered ? `这几天由 ${worker.standInName} 代班` : `${grid.name}专职网格员`}
          </View>
        </View>
        <CallButton
          name={isCovered ? worker.standInName! : worker.name}
          phone={(isCovered ? worker.standInPhone : worker.dutyPhone) ?? dutyDesk.phone}
        />
      </View>
    </Section>
  )
}
