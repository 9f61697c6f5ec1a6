import { View } from '@tarojs/components'
import type { Ask } from '@/features/issues/joint/ask'
import { removeHelper } from '@/features/issues/joint/asks'
import { momentWords } from '@/features/issues/time-words'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Link } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { PersonRow } from '../person-row'

type Props = { issue: IssueDetail; onAsk: (ask: Ask) => void }

/** Who deals with it together: the one lead where it is not the owner, and each helper with what they were asked for. */
export function JointSection({ issue, onAsk }: Props) {
  const { lead, helpers, decisionDueAt, acts } = issue.joint
  if (!lead && helpers.length === 0 && !decisionDueAt) return null
  return (
    <Section title="联合办理">
      {decisionDueAt && (
        <Banner tone="warn" icon="flag" title="等社区决定由谁来办">
          {`已被退回 ${issue.joint.bounces} 次，社区在 ${momentWords(decisionDueAt, issue.now)} 前决定。`}
        </Banner>
      )}
      {(lead || helpers.length > 0) && (
        <Card>
          {lead && <PersonRow {...lead} roleName={postOf(lead)} note="牵头：由牵头提交处理结果" />}
          {helpers.map((helper, at) => (
            <View key={helper.personId} className={lead || at > 0 ? 'issue-contact' : ''}>
              <PersonRow {...helper} roleName={postOf(helper)} note={`协办：${helper.task}`} />
              {acts.includes('removeHelper') && (
                <Link label={`不再请${helper.name}协办`} onPress={() => onAsk(removeHelper(issue.id, helper))}>
                  不再协办
                </Link>
              )}
            </View>
          ))}
        </Card>
      )}
    </Section>
  )
}

const postOf = ({ departmentName, roleName }: { departmentName: string | null; roleName: string }): string =>
  departmentName ?? roleName
