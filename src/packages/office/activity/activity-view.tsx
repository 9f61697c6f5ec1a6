import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { LeaderSheet } from '@/features/activities/leader-sheet'
import { ruleWords } from '@/features/activities/rule-words'
import type { Ask } from '@/features/issues/joint/ask'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { pointsText } from '@/shared/kernel/points'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'
import { EditSheet } from './edit-sheet'
import './index.scss'

export type Activity = OutputOf<ContractOf<'activities.getActivity'>>

const declineAsk = (id: string): Ask => ({
  key: 'decline',
  name: 'activities.approveActivity',
  title: '不通过',
  explain: '发起人会收到原因。',
  submit: '不通过',
  done: '已告知发起人',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 200, placeholder: '例如：那天场地有别的安排' }],
  input: ({ words }) => ({ id, approve: false, reason: words.reason ?? '' }),
})

const endAsk = (id: string): Ask => ({
  key: 'end',
  name: 'activities.endActivity',
  title: '结束活动',
  explain: '不再排新的场次；已经排好的照常，要取消的到带队屏幕里取消。',
  submit: '结束活动',
  done: '活动已结束',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 200, placeholder: '例如：天冷了，开春再来' }],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})

const heldWords: Record<NonNullable<Activity['heldBack']>, string> = {
  waiting: '内容检测还没有结果，一般几分钟内就有；有了结果才能通过。',
  review: '内容检测拿不准，请审核的人看仔细。',
  risky: '内容检测没有通过，不能发布；改过以后会重新检测。',
}

/** One activity for whoever decides or changes it. */
export function ActivityView({ activity, now }: { activity: Activity; now: string }) {
  const [ask, setAsk] = useState<Ask | null>(null)
  const [isEditing, setEditing] = useState(false)
  const [isHanding, setHanding] = useState(false)
  const approve = useCommand('activities.approveActivity')
  const { id, state, reason, canDecide, canUpdate, canEnd, canSetLeader, heldBack } = activity
  const agree = () =>
    approve.mutate(
      { id, approve: true },
      {
        onSuccess: ({ sessions }) => toast(`已通过，排出 ${sessions} 场`),
        onError: (error) => toast(error.message),
      },
    )
  return (
    <View>
      {state === 'proposed' && (
        <Banner tone={heldBack === 'risky' ? 'danger' : 'info'} title="等工作人员审核">
          {heldBack ? heldWords[heldBack] : undefined}
        </Banner>
      )}
      {state === 'declined' && (
        <Banner tone="warn" title="没有通过">
          {reason}
        </Banner>
      )}
      {state === 'ended' && (
        <Banner tone="warn" title="已经结束">
          {reason}
        </Banner>
      )}
      <Section title="活动">
        <Card>
          <Facts
            items={[
              { label: '时间', value: ruleWords(activity.rule, dayOf(now)) },
              { label: '地点', value: activity.place.words },
              { label: '名额', value: `${activity.capacity} 人，最少 ${activity.headCountMin} 人` },
              {
                label: '积分',
                value:
                  activity.halfPointsPerHour > 0 ? `1 小时 ${pointsText(activity.halfPointsPerHour)} 分` : '不计积分',
              },
              ...(activity.skills.length > 0 ? [{ label: '需要', value: activity.skills.join('、') }] : []),
              { label: '带队人', value: activity.leaderName },
              { label: '说明', value: activity.text },
            ]}
          />
        </Card>
      </Section>
      <View className="activity-acts">
        {canDecide && (
          <>
            <Button block loading={approve.isPending} onPress={agree}>
              通过，排出场次
            </Button>
            <Button block tone="secondary" onPress={() => setAsk(declineAsk(id))}>
              不通过
            </Button>
          </>
        )}
        {canUpdate && (
          <Button block tone="secondary" icon="edit" onPress={() => setEditing(true)}>
            修改
          </Button>
        )}
        {canSetLeader && (
          <Button block tone="secondary" icon="team" onPress={() => setHanding(true)}>
            换带队人
          </Button>
        )}
        {canEnd && (
          <Button block tone="ghost" onPress={() => setAsk(endAsk(id))}>
            结束活动
          </Button>
        )}
      </View>
      {isHanding && <LeaderSheet id={id} leaderName={activity.leaderName} onClose={() => setHanding(false)} />}
      {isEditing && <EditSheet activity={activity} onClose={() => setEditing(false)} />}
      {ask && (
        <AskSheet key={ask.key} ask={ask} about={{ id, now, owner: { personId: '' } }} onClose={() => setAsk(null)} />
      )}
    </View>
  )
}
