import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { MoveSheet } from '@/features/issues/move-sheet'
import { openIssue } from '@/features/issues/open-issue'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { View } from '@tarojs/components'
import { Button, Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'

/** What was merged into this one, for those who deal with it: each to look at, and to take out again. */
export function MergedChildren({ issue }: { issue: IssueDetail }) {
  const [taken, setTaken] = useState<string | null>(null)
  if (issue.children.length === 0) return null
  return (
    <Section title={`合并到这里的事项（${issue.children.length}）`}>
      <Card>
        {issue.children.map(({ id, code }) => (
          <View key={id} className="issue-child">
            <Link icon="chevron" label={`查看合并到这里的 ${code}`} onPress={() => openIssue(id)}>
              {`编号 ${code}`}
            </Link>
            <Button tone="ghost" size="small" label={`取消合并 ${code}`} onPress={() => setTaken(id)}>
              取消合并
            </Button>
          </View>
        ))}
      </Card>
      {taken && <Unmerge key={taken} id={taken} onClose={() => setTaken(null)} />}
    </Section>
  )
}

/** The form of taking one out; nothing where the reader may not. */
function Unmerge({ id, onClose }: { id: string; onClose: () => void }) {
  const child = useCapability('issues.getIssue', { id }).data
  const allowed = child?.moves.find(({ move }) => move === 'unmerge')
  if (!child || !allowed) return null
  return <MoveSheet issue={child} allowed={allowed} open onClose={onClose} onDone={onClose} />
}
