import { Text, View } from '@tarojs/components'
import { useId } from 'react'
import { aria } from './aria'
import { FieldHead, FieldNotes } from './field'
import { Group } from './group'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import './choice.scss'

export type Option<V extends string> = { value: V; label: string; note?: string; icon?: IconName; disabled?: boolean }

type Shared<V extends string> = {
  label: string
  options: readonly Option<V>[]
  /** `chips` for a few words, `list` where options need a note, `tiles` for many with icons. */
  layout?: 'chips' | 'list' | 'tiles'
  hideLabel?: boolean
  required?: boolean
  help?: string
  error?: string
  disabled?: boolean
}

/** One of several. */
export function Choice<V extends string>(props: Shared<V> & { value: V | null; onChange: (value: V) => void }) {
  const { value, onChange, ...shared } = props
  return <Options {...shared} role="radio" isChosen={(option) => option === value} onPick={onChange} />
}

/** Any of several. */
export function Choices<V extends string>(props: Shared<V> & { value: readonly V[]; onChange: (value: V[]) => void }) {
  const { value, onChange, ...shared } = props
  const toggle = (option: V) =>
    onChange(value.includes(option) ? value.filter((chosen) => chosen !== option) : [...value, option])
  return <Options {...shared} role="checkbox" isChosen={(option) => value.includes(option)} onPick={toggle} />
}

type OptionsProps<V extends string> = Shared<V> & {
  role: 'radio' | 'checkbox'
  isChosen: (option: V) => boolean
  onPick: (option: V) => void
}

function Options<V extends string>({
  label,
  options,
  layout = 'chips',
  role,
  isChosen,
  onPick,
  ...rest
}: OptionsProps<V>) {
  const id = useId()
  return (
    <View className="ui-field">
      {!rest.hideLabel && <FieldHead label={label} required={rest.required} />}
      <Group
        role={role === 'radio' ? 'radiogroup' : 'group'}
        label={rest.required ? `${label}，必填` : label}
        className={`ui-options ui-options-${layout}`}
        invalid={Boolean(rest.error)}
        describedby={`${id}-notes`}
      >
        {options.map(({ value, label: words, note, icon, disabled }) => {
          const chosen = isChosen(value)
          return (
            <Pressable
              key={value}
              className={`ui-option ${chosen ? 'is-chosen' : ''} ${disabled || rest.disabled ? 'is-disabled' : ''}`}
              role={role}
              label={note ? `${words}，${note}` : words}
              checked={chosen}
              disabled={disabled || rest.disabled}
              onPress={() => onPick(value)}
            >
              {layout === 'list' && <Mark role={role} chosen={chosen} />}
              {icon && <Icon name={icon} className="ui-option-icon" />}
              {!icon && chosen && layout === 'chips' && <Icon name="check" className="ui-option-icon" />}
              <View className="ui-option-words">
                <Text className="ui-option-label">{words}</Text>
                {note && <View className="ui-option-note">{note}</View>}
              </View>
              {chosen && layout === 'tiles' && <Icon name="check" className="ui-option-corner" />}
            </Pressable>
          )
        })}
      </Group>
      <FieldNotes id={id} help={rest.help} error={rest.error} />
    </View>
  )
}

function Mark({ role, chosen }: { role: 'radio' | 'checkbox'; chosen: boolean }) {
  return (
    <View className={`ui-mark ui-mark-${role} ${chosen ? 'is-chosen' : ''}`} {...aria({ hidden: true })}>
      {chosen && <Icon name="check" />}
    </View>
  )
}
