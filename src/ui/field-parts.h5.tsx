import type { KeyboardEvent } from 'react'
import type { FieldLabelProps, InputKind, TextInputProps } from './field-parts.types'

export type { InputKind } from './field-parts.types'

/** The browser's own elements: Taro's wrap the input, so that a label never reaches it. */
export function FieldLabel({ htmlFor, className, children }: FieldLabelProps) {
  if (!htmlFor) return <span className={className}>{children}</span>
  return (
    <label htmlFor={htmlFor} className={className}>
      {children}
    </label>
  )
}

const types: Record<InputKind, string> = {
  text: 'text',
  phone: 'tel',
  number: 'text',
  password: 'password',
  lines: 'text',
  search: 'search',
}

export function TextInput({ id, label, value, kind, rows = 3, onChange, onConfirm, ...rest }: TextInputProps) {
  const shared = {
    id,
    value,
    name: rest.name,
    placeholder: rest.placeholder,
    maxLength: rest.maxLength,
    disabled: rest.disabled,
    autoFocus: rest.autoFocus,
    className: `ui-input ui-input-${kind}`,
    onFocus: rest.onFocus,
    onBlur: rest.onBlur,
    'aria-label': label,
    'aria-required': rest.required,
    'aria-invalid': rest.invalid,
    'aria-describedby': rest.describedby,
  }
  if (kind === 'lines') {
    return <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
  }
  const confirm = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.(event.currentTarget.value)
  }
  return (
    <input
      {...shared}
      type={types[kind]}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      autoComplete={kind === 'phone' ? 'tel' : 'off'}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={confirm}
    />
  )
}
