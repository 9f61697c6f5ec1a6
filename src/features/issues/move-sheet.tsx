import { View } from '@tarojs/components'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { MoveFieldInput } from './move-fields'
import { fieldsOf, useMoveForm, type AllowedMove, type MoveBegun, type MoveIssue } from './move-form'
import { keptWords, moveWords } from './move-words'
import './move-sheet.scss'

type Props = {
  issue: MoveIssue
  allowed: AllowedMove
  open: boolean
  /** What it begins with, where something comes back that could not be done. */
  begun?: MoveBegun | undefined
  onClose: () => void
  onDone: () => void
}

/**
 * The form of any move: what the rules say it needs becomes its inputs. Closing it keeps what was typed for as long as the
 * page stays; give it the move as key, so that another move starts empty, and let it go when `onDone` is called.
 */
export function MoveSheet({ issue, allowed, open, begun, onClose, onDone }: Props) {
  const form = useMoveForm(issue, allowed, begun)
  const words = moveWords[allowed.move]
  const send = async () => {
    const outcome = await form.submit()
    if (!outcome) return
    toast(outcome === 'kept' ? keptWords : words.done)
    onDone()
  }
  return (
    <Sheet
      open={open}
      title={words.short}
      onClose={onClose}
      actions={
        <Submit
          words={words.danger ? `确定${words.short}` : '提交'}
          danger={words.danger}
          busy={form.isWorking}
          problem={form.problem}
          onPress={() => void send()}
        />
      }
    >
      <View className="move-explain">{words.explain}</View>
      <TakenUp form={form} />
      {fieldsOf(issue, allowed, form.typed).map(({ field, required }) => (
        <MoveFieldInput key={field} field={field} required={required} issue={issue} move={allowed.move} form={form} />
      ))}
    </Sheet>
  )
}
