import { View } from '@tarojs/components'
import { openIssue } from '@/features/issues/open-issue'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'

/** What this one follows because it broke again, and what was reported when it did itself. */
export function AgainLinks({ issue: { follows, followedBy } }: { issue: IssueDetail }) {
  if (!follows && followedBy.length === 0) return null
  const links = [
    ...(follows ? [{ ...follows, words: `上次办的：编号 ${follows.code}` }] : []),
    ...followedBy.map((one) => ({ ...one, words: `又坏了，另报为：编号 ${one.code}` })),
  ]
  return (
    <Section title="同一件事的前后">
      <Card>
        {links.map(({ id, words }) => (
          <View key={id} className="issue-child">
            <Link icon="chevron" onPress={() => openIssue(id)}>
              {words}
            </Link>
          </View>
        ))}
      </Card>
    </Section>
  )
}
