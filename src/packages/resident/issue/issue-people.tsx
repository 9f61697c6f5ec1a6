import { View } from '@tarojs/components'
import { momentWords } from '@/features/issues/time-words'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { isMyJob } from './actions'
import type { IssueState } from '@/shared/kernel/vocabulary'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { Tag } from '@/ui/tag'
import { PersonRow } from './person-row'

const titles: Partial<Record<IssueState, string>> = {
  closed: '经办人',
  declined: '原先派给',
  merged: '原先派给',
  withdrawn: '原先派给',
}

/** Who is responsible, why it is that person, who was asked first, and whom of the night's roster it was told to. */
export function IssuePeople({ issue }: { issue: IssueDetail }) {
  const { owner, contact, route } = issue
  const isSame = owner.personId === contact.personId
  return (
    <Section title={titles[issue.state] ?? '谁在负责'}>
      <Card>
        <PersonRow {...owner} note={isMyJob(issue) ? '由您负责' : undefined} isSelf={isMyJob(issue)} />
        <View className="issue-route">{route.reason}</View>
        {!isSame && (
          <View className="issue-contact">
            <PersonRow {...contact} note="首问负责：最先接到的人，有疑问都可以找" />
          </View>
        )}
        {isSame && !isMyJob(issue) && (
          <View className="issue-contact-note">
            <Tag tone="primary" icon="shield">
              首问负责人
            </Tag>
          </View>
        )}
        {tellings(issue).map((toldAt) => (
          <View key={toldAt} className="issue-contact">
            <View className="issue-person-note">{`夜间或节假日值班，${momentWords(toldAt, issue.now)} 已告知：`}</View>
            {issue.rosterTold
              .filter((told) => told.toldAt === toldAt)
              .map((told) => (
                <View key={told.personId} className="issue-told">
                  <PersonRow {...told} />
                </View>
              ))}
          </View>
        ))}
      </Card>
    </Section>
  )
}

/** The moments at which somebody on the roster was told, the first of them first. */
const tellings = ({ rosterTold }: IssueDetail): string[] => [...new Set(rosterTold.map(({ toldAt }) => toldAt))].sort()
