import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import type { ContentCheckView } from '@/shared/contracts/issues/check-shapes'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Button } from '@/ui/button'
import { Tag, type Tone } from '@/ui/tag'
import { toast } from '@/ui/toast'
import './issue-check.scss'

type State = ContentCheckView['state']
type Decision = ContentCheckView['decisions'][number]

const looks: Record<State, { words: string; tone: Tone }> = {
  waiting: { words: '内容检测中，通过前只有工作人员能看', tone: 'neutral' },
  passed: { words: '内容检测已通过', tone: 'success' },
  review: { words: '内容等社区看一看，暂不公开', tone: 'warn' },
  held: { words: '内容没有公开，不影响办理', tone: 'warn' },
}
const buttons: Record<Decision, { words: string; tone: 'primary' | 'secondary' | 'danger' }> = {
  pass: { words: '可以公开', tone: 'primary' },
  reject: { words: '不公开', tone: 'danger' },
  askAgain: { words: '再检测一次', tone: 'secondary' },
}

/** Where the content check stands, why something is held, and what the community may decide about it. */
export function IssueCheck({ issue: { id, contentCheck } }: { issue: IssueDetail }) {
  const command = useCommand('issues.decideCheck')
  if (!contentCheck) return null
  const { state, reasons, decisions } = contentCheck
  const decide = (decision: Decision) =>
    command.mutate({ id, decision }, { onSuccess: () => toast('已记下'), onError: (error) => toast(error.message) })
  return (
    <View className="issue-check">
      <Tag tone={looks[state].tone} icon={state === 'passed' ? 'check' : 'info'}>
        {looks[state].words}
      </Tag>
      {reasons.map((reason) => (
        <View key={reason} className="issue-check-reason">
          {reason}
        </View>
      ))}
      {decisions.length > 0 && (
        <View className="issue-check-actions">
          {decisions.map((decision) => (
            <Button
              key={decision}
              size="small"
              tone={buttons[decision].tone}
              loading={command.isPending && command.variables?.decision === decision}
              onPress={() => decide(decision)}
            >
              {buttons[decision].words}
            </Button>
          ))}
        </View>
      )}
    </View>
  )
}
