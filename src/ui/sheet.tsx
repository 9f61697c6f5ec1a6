import { View } from '@tarojs/components'
import { useCallback, useId, useRef, useState, type ReactNode } from 'react'
import { aria } from './aria'
import { Button } from './button'
import { useDialogFocus } from './dialog-focus'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './sheet.scss'

type Props = {
  open: boolean
  title: string
  onClose: () => void
  children?: ReactNode
  actions?: ReactNode
  kind?: 'bottom' | 'center'
}

/** A keyboard can scroll what it can reach; WeChat has none and knows no such attribute. */
const scrollable = process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {}

/** What asks for an answer before the page goes on; keeps the keyboard focus inside until it closes. */
export function Sheet({ open, ...rest }: Props) {
  return open ? <OpenSheet {...rest} /> : null
}

function OpenSheet({ title, onClose, children, actions, kind = 'bottom' }: Omit<Props, 'open'>) {
  const id = `sheet${useId().replace(/:/g, '')}`
  useDialogFocus(id, onClose)
  return (
    <View className={`ui-sheet ui-sheet-${kind}`} catchMove>
      <View className="ui-sheet-shade" onClick={onClose} {...aria({ hidden: true })} />
      <View id={id} className="ui-sheet-panel" {...aria({ role: 'dialog', label: title, modal: true })}>
        <View className="ui-sheet-head">
          <View className="ui-sheet-title" {...aria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <Pressable className="ui-sheet-close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Pressable>
        </View>
        {children && (
          <View className="ui-sheet-body" {...scrollable}>
            {children}
          </View>
        )}
        {actions && <View className="ui-sheet-actions">{actions}</View>}
      </View>
    </View>
  )
}

type Question = { title: string; words?: string; confirmText?: string; cancelText?: string; danger?: boolean }

/** Asks a yes-or-no question; render the second value anywhere in the page. */
export function useConfirm(): [ask: (question: Question) => Promise<boolean>, dialog: ReactNode] {
  const [question, setQuestion] = useState<Question | null>(null)
  const settle = useRef<(answer: boolean) => void>()
  const answer = useCallback((yes: boolean) => {
    setQuestion(null)
    settle.current?.(yes)
  }, [])
  const ask = useCallback((next: Question) => {
    settle.current?.(false)
    setQuestion(next)
    return new Promise<boolean>((resolve) => {
      settle.current = resolve
    })
  }, [])
  const dialog = question && (
    <Sheet
      open
      kind="center"
      title={question.title}
      onClose={() => answer(false)}
      actions={
        <>
          <Button block tone="secondary" onPress={() => answer(false)}>
            {question.cancelText ?? '取消'}
          </Button>
          <Button block tone={question.danger ? 'danger' : 'primary'} onPress={() => answer(true)}>
            {question.confirmText ?? '确定'}
          </Button>
        </>
      }
    >
      {question.words}
    </Sheet>
  )
  return [ask, dialog]
}
