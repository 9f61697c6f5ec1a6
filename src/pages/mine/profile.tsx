import { View } from '@tarojs/components'
import type { Me } from '@/client/me'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/card'
import { Tag } from '@/ui/tag'

/** Who I am here, and in which posts. */
export function Profile({ me }: { me: Me }) {
  const { person, community, grid } = me
  const leave = person.leave
  return (
    <View className="mine-profile">
      <View className="mine-person">
        <Avatar name={person.name} size="large" />
        <View className="mine-person-words">
          <View className="mine-name" {...aria({ role: 'heading', level: 1 })}>
            {person.name}
          </View>
          <View className="mine-community">{[community.name, grid?.name].filter(Boolean).join(' · ')}</View>
        </View>
      </View>
      {person.postings.length > 0 && (
        <View className="mine-posts" {...aria({ role: 'list', label: '我的岗位' })}>
          {person.postings.map(({ role, roleName, scope, scopeName }) => (
            <View key={`${role}-${scope.id}`} className="mine-post" {...aria({ role: 'listitem' })}>
              <View className="mine-post-name">{roleName}</View>
              <View className="mine-post-scope">{scopeName}</View>
            </View>
          ))}
        </View>
      )}
      {leave && (
        <View className="mine-leave">
          <Tag tone="warn" icon="calendar">
            {`请假至 ${leave.to.slice(5).replace('-', '月')}日，由${leave.standInName}代班`}
          </Tag>
        </View>
      )}
    </View>
  )
}
