import type { ReactNode } from 'react'

export type InputKind = 'text' | 'phone' | 'number' | 'password' | 'lines' | 'search'

export type TextInputProps = {
  id: string
  label: string
  value: string
  kind: InputKind
  onChange: (value: string) => void
  name?: string
  placeholder?: string
  maxLength?: number
  rows?: number
  disabled?: boolean
  required?: boolean
  autoFocus?: boolean
  invalid?: boolean
  describedby?: string
  onFocus?: () => void
  onBlur?: () => void
  onConfirm?: (value: string) => void
}

export type FieldLabelProps = { htmlFor?: string; className: string; children: ReactNode }
