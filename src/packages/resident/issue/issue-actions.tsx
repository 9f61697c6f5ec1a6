import { Text } from '@tarojs/components'
import { ActionBar } from '@/ui/action-bar'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { splitActions, type Action } from './actions'

type Props = {
  actions: readonly Action[]
  busy: Action['key'] | null
  onAct: (action: Action) => void
  onMore: () => void
}

/** Possible, and never what somebody is pressed to do, even where nothing else is left: taking back, and saying that it is not solved. */
const quiet: readonly Action['key'][] = ['withdraw', 'reject']

/** The one or two likeliest actions as buttons; all others are behind 更多. */
export function IssueActions({ actions, busy, onAct, onMore }: Props) {
  const { buttons, more } = splitActions(actions)
  const [first, ...rest] = buttons
  const toneOf = (action: Action) => (action.danger ? 'danger' : action === first ? 'primary' : 'secondary')
  return (
    <ActionBar>
      {more.length > 0 && first && (
        <Pressable className="issue-more" label="更多操作" onPress={onMore}>
          <Icon name="more" className="issue-more-icon" />
          <Text>更多</Text>
        </Pressable>
      )}
      {more.length > 0 && !first && (
        <Button block tone="secondary" icon="more" onPress={onMore}>
          更多操作
        </Button>
      )}
      {[...rest, ...(first ? [first] : [])].map((action) => (
        <Button
          key={action.key}
          block
          tone={quiet.includes(action.key) ? 'secondary' : toneOf(action)}
          loading={busy === action.key}
          onPress={() => onAct(action)}
        >
          {action.words}
        </Button>
      ))}
    </ActionBar>
  )
}
