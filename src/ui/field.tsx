import { Text, View } from '@tarojs/components'
import { useId, useState, type ReactNode } from 'react'
import { aria } from './aria'
import { FieldLabel, TextInput, type InputKind } from './field-parts'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import './field.scss'

type Shared = {
  label: string
  required?: boolean
  /** Marks the field 选填 where most others are required. */
  optional?: boolean
  help?: string
  error?: string
  disabled?: boolean
  placeholder?: string
}

type FieldProps = Shared & {
  value: string
  onChange: (value: string) => void
  name?: string
  kind?: InputKind
  maxLength?: number
  counter?: boolean
  rows?: number
  autoFocus?: boolean
  onBlur?: () => void
  onConfirm?: (value: string) => void
  action?: ReactNode
}

export function Field({ label, value, onChange, kind = 'text', maxLength, counter, action, ...rest }: FieldProps) {
  const id = useId()
  const [hasFocus, setFocus] = useState(false)
  const isCounted = maxLength !== undefined && (counter ?? kind === 'lines')
  const leave = () => {
    setFocus(false)
    rest.onBlur?.()
  }
  return (
    <View className="ui-field">
      <FieldHead id={id} label={label} required={rest.required} optional={rest.optional} action={action} />
      <View className={boxClass(hasFocus, rest.error, rest.disabled)}>
        <TextInput
          id={id}
          label={label}
          value={value}
          kind={kind}
          name={rest.name}
          placeholder={rest.placeholder}
          maxLength={maxLength}
          rows={rest.rows}
          disabled={rest.disabled}
          required={rest.required}
          autoFocus={rest.autoFocus}
          invalid={Boolean(rest.error)}
          describedby={`${id}-notes`}
          onChange={onChange}
          onFocus={() => setFocus(true)}
          onBlur={leave}
          onConfirm={rest.onConfirm}
        />
        {isCounted && (
          <View className="ui-field-counter" {...aria({ hidden: true })}>
            {`${[...value].length} / ${maxLength}`}
          </View>
        )}
      </View>
      <FieldNotes id={id} help={rest.help} error={rest.error} />
    </View>
  )
}

type SelectProps = Shared & { value: string; onPress: () => void; icon?: IconName }

/** A field filled by choosing: shows what is chosen, and opens what the page brings. */
export function SelectField({ label, value, onPress, icon, placeholder = '请选择', ...rest }: SelectProps) {
  const id = useId()
  return (
    <View className="ui-field">
      <FieldHead label={label} required={rest.required} optional={rest.optional} />
      <Pressable
        className={`${boxClass(false, rest.error, rest.disabled)} ui-field-select`}
        label={`${label}，${value || placeholder}${rest.error ? `，${rest.error}` : ''}`}
        disabled={rest.disabled}
        onPress={onPress}
      >
        {icon && <Icon name={icon} className="ui-field-icon" />}
        <Text className={`ui-field-chosen ${value ? '' : 'is-empty'}`}>{value || placeholder}</Text>
        <Icon name="chevron" className="ui-field-arrow" />
      </Pressable>
      <FieldNotes id={id} help={rest.help} error={rest.error} />
    </View>
  )
}

type HeadProps = { id?: string; label: string; required?: boolean; optional?: boolean; action?: ReactNode }

/** The line above any control: its name, whether it is needed, and a way to help with it. */
export function FieldHead({ id, label, required, optional, action }: HeadProps) {
  return (
    <View className="ui-field-head">
      <FieldLabel htmlFor={id} className="ui-field-label">
        <Text>{label}</Text>
        {required && <Text className="ui-field-required">必填</Text>}
        {optional && <Text className="ui-field-optional">选填</Text>}
      </FieldLabel>
      {action}
    </View>
  )
}

/** The lines under any control: what went wrong first, then what helps. */
export function FieldNotes({ id, help, error }: { id: string; help?: string; error?: string }) {
  if (!help && !error) return null
  return (
    <View id={`${id}-notes`} className="ui-field-notes">
      {error && (
        <View className="ui-field-error" {...aria({ role: 'alert' })}>
          <Icon name="warning" className="ui-field-error-icon" />
          <Text>{error}</Text>
        </View>
      )}
      {help && <View className="ui-field-help">{help}</View>}
    </View>
  )
}

const boxClass = (hasFocus: boolean, error?: string, disabled?: boolean) =>
  `ui-field-box ${hasFocus ? 'has-focus' : ''} ${error ? 'has-error' : ''} ${disabled ? 'is-disabled' : ''}`

type SearchProps = {
  value: string
  onChange: (value: string) => void
  onSearch?: (value: string) => void
  placeholder?: string
  label?: string
}

export function SearchField({ value, onChange, onSearch, placeholder = '搜索', label = placeholder }: SearchProps) {
  const id = useId()
  const [hasFocus, setFocus] = useState(false)
  return (
    <View className={`ui-search ${hasFocus ? 'has-focus' : ''}`} {...aria({ role: 'search' })}>
      <Icon name="search" className="ui-search-icon" />
      <TextInput
        id={id}
        label={label}
        value={value}
        kind="search"
        placeholder={placeholder}
        onChange={onChange}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onConfirm={onSearch}
      />
      {value && (
        <Pressable className="ui-search-clear" label="清除" onPress={() => onChange('')}>
          <Icon name="close" />
        </Pressable>
      )}
    </View>
  )
}
