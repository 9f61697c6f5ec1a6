import type { ReactNode } from 'react'

export type GroupProps = {
  role: 'radiogroup' | 'tablist' | 'group'
  label: string
  className?: string
  invalid?: boolean
  describedby?: string
  children?: ReactNode
}
