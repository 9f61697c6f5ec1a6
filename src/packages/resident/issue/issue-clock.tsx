import { Text, View } from '@tarojs/components'
import { momentWords } from '@/features/issues/time-words'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Card, Facts } from '@/ui/card'
import { Section } from '@/ui/page'
import { Tag } from '@/ui/tag'

/** More time asked for, and somebody's eye on it: what stands beside the state, for whoever may see the issue. */
export function IssueClock({ issue }: { issue: IssueDetail }) {
  const { asked } = issue.extension
  const { current } = issue.supervision
  if (!asked && !current) return null
  return (
    <Section title={asked && current ? '延期与督办' : asked ? '延期' : '督办'}>
      {asked && <Extension asked={asked} now={issue.now} />}
      {current && (
        <Card>
          <Facts
            items={[
              { label: '督办', value: current.byName ? `${current.byName}：${current.reason}` : current.reason },
              {
                label: '请回话',
                value: `${issue.ownerName}，${momentWords(current.answerBy, issue.now)} 前记一条进展`,
              },
            ]}
          />
        </Card>
      )}
    </Section>
  )
}

type Asked = NonNullable<IssueDetail['extension']['asked']>

function Extension({ asked, now }: { asked: Asked; now: string }) {
  const { decision } = asked
  const tone = decision ? (decision.agreed ? 'success' : 'danger') : 'warn'
  return (
    <Card>
      <View className="issue-clock-head">
        <Text>{`${asked.byName}申请延到 ${momentWords(asked.until, now)}`}</Text>
        <Tag tone={tone}>{decision ? (decision.agreed ? '已同意' : '没有同意') : '等答复'}</Tag>
      </View>
      <Facts
        items={[
          { label: '理由', value: asked.reason },
          ...(decision
            ? [{ label: '答复', value: [decision.byName, decision.reason].filter(Boolean).join('：') }]
            : [{ label: '答复期限', value: momentWords(asked.decideBy, now) }]),
        ]}
      />
    </Card>
  )
}
