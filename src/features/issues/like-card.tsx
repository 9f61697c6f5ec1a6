import { Text, View } from '@tarojs/components'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Card } from '@/ui/card'
import { CellIcon } from '@/ui/cell'
import { Picture } from '@/ui/picture'
import { Link } from '@/ui/button'
import { Tag } from '@/ui/tag'
import { classIcon } from './class-icon'
import { JoinButton, type Joined } from './join-button'
import './like-card.scss'
import { openIssue } from './open-issue'
import { stateLooks } from './state-look'
import { agoWords } from './time-words'

export type LikeIssue = OutputOf<ContractOf<'issues.findDuplicates'>>['issues'][number]

type Near = Pick<LikeIssue, 'isSameBuilding' | 'metersAway'>

/** How near a like issue is, in words: the building tells more than the metres. */
export const nearWords = ({ isSameBuilding, metersAway }: Near): string => {
  if (isSameBuilding) return '同一栋楼'
  if (metersAway === null) return '就在附近'
  return metersAway < 10 ? '就在旁边' : `相距约 ${metersAway} 米`
}

type Props = { issue: LikeIssue; now: string; onJoined: (answer: Joined) => void }

/** What somebody has reported already: what, where, how far, since when, how it stands, and who else has met it. */
export function LikeCard({ issue, now, onJoined }: Props) {
  const look = stateLooks[issue.state]
  const facts = [nearWords(issue), `${agoWords(issue.createdAt, now)}上报`]
  return (
    <Card>
      <View className="like-card">
        {issue.thumbnailUrl ? (
          <Picture src={issue.thumbnailUrl} label={`${issue.className}的照片`} className="like-card-photo" />
        ) : (
          <CellIcon name={classIcon(issue.classCode)} tone="primary" />
        )}
        <View className="like-card-words">
          <View className="like-card-name">{issue.className}</View>
          <View className="like-card-text">{issue.text}</View>
          <View className="like-card-place">{issue.placeLabel}</View>
          <View className="like-card-facts">{facts.join(' · ')}</View>
          <View className="like-card-standing">
            <Tag tone={look.tone} icon={look.icon}>
              {issue.stateName}
            </Tag>
            {issue.joinedCount > 0 && <Text className="like-card-count">{`${issue.joinedCount} 户也遇到`}</Text>}
          </View>
        </View>
      </View>
      <JoinButton issue={issue} label={`${issue.className}，${facts.join('，')}`} onJoined={onJoined} />
      {issue.isMine && (
        <View className="like-card-own">
          <Text>这是您自己上报的。</Text>
          <Link icon="chevron" onPress={() => openIssue(issue.id)}>
            查看进度
          </Link>
        </View>
      )}
      {!issue.isMine && !issue.isOpen && (
        <View className="like-card-own">这件事已经办结。如果又出现了，请继续上报。</View>
      )}
    </Card>
  )
}
