import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import './submit.scss'

type Props = {
  words: string
  onPress: () => void
  busy: boolean
  danger?: boolean
  /** Why it did not work, beside the button, where it is seen however long the form is. */
  problem?: string
  disabled?: boolean
  reason?: string
}

/** The foot of a form in a sheet: what went wrong, and the way to send. */
export function Submit({ words, onPress, busy, danger, problem, disabled, reason }: Props) {
  return (
    <View className="submit">
      {problem && (
        <View className="submit-problem" {...aria({ role: 'alert' })}>
          <Icon name="warning" className="submit-sign" />
          <View className="submit-words">{problem}</View>
        </View>
      )}
      <Button
        block
        tone={danger ? 'danger' : 'primary'}
        loading={busy}
        loadingText="正在提交…"
        disabled={disabled}
        reason={reason}
        onPress={onPress}
      >
        {words}
      </Button>
    </View>
  )
}
