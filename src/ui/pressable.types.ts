import type { ReactNode } from 'react'

export type PressableProps = {
  children?: ReactNode
  onPress?: () => void
  /** What is read out; needed when the content is not a plain sentence. */
  label?: string
  /** `button` unless it stands for something else, such as `radio` or `tab`. */
  role?: string
  className?: string
  disabled?: boolean
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  id?: string
}
