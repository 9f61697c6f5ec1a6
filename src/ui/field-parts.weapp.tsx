import { Input, Textarea, View } from '@tarojs/components'
import { aria } from './aria'
import type { FieldLabelProps, InputKind, TextInputProps } from './field-parts.types'

export type { InputKind } from './field-parts.types'

export function FieldLabel({ className, children }: FieldLabelProps) {
  return <View className={className}>{children}</View>
}

const types: Record<InputKind, 'text' | 'number' | 'digit'> = {
  text: 'text',
  phone: 'number',
  number: 'digit',
  password: 'text',
  lines: 'text',
  search: 'text',
}

/** Room between the input and the keyboard, enough for the counter and the error under it. */
const cursorSpacing = 96

export function TextInput({ value, kind, label, maxLength, onChange, onConfirm, ...rest }: TextInputProps) {
  const shared = {
    value,
    cursorSpacing,
    name: rest.name,
    placeholder: rest.placeholder,
    placeholderClass: 'ui-input-placeholder',
    maxlength: maxLength ?? -1,
    disabled: rest.disabled,
    className: `ui-input ui-input-${kind}`,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onFocus: rest.onFocus,
    onBlur: rest.onBlur,
    ...aria({ label: rest.required ? `${label}，必填` : label }),
  }
  if (kind === 'lines') return <Textarea {...shared} autoHeight autoFocus={rest.autoFocus} disableDefaultPadding />
  return (
    <Input
      {...shared}
      type={types[kind]}
      password={kind === 'password'}
      focus={rest.autoFocus}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onConfirm={(event) => onConfirm?.(event.detail.value)}
    />
  )
}
