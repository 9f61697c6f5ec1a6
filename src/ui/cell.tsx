import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import { Badge, type Tone } from './tag'
import './cell.scss'

type CellProps = {
  title: string
  note?: ReactNode
  value?: ReactNode
  icon?: IconName
  tone?: Tone
  badge?: number
  onPress?: () => void
  label?: string
  disabled?: boolean
  children?: ReactNode
}

export function CellGroup({ title, note, children }: { title?: string; note?: string; children: ReactNode }) {
  return (
    <View className="ui-cells">
      {title && (
        <View className="ui-cells-title" {...aria({ role: 'heading', level: 2 })}>
          {title}
        </View>
      )}
      <View className="ui-cells-list">{children}</View>
      {note && <View className="ui-cells-note">{note}</View>}
    </View>
  )
}

/** One row: what it is, what stands there now, where it leads. */
export function Cell({ onPress, label, disabled, ...content }: CellProps) {
  if (!onPress) return <View className="ui-cell">{cellContent(content)}</View>
  return (
    <Pressable className="ui-cell" label={label} disabled={disabled} onPress={onPress}>
      {cellContent(content)}
      <Icon name="chevron" className="ui-cell-arrow" />
    </Pressable>
  )
}

/** The drawing at the head of a row or a card. */
export function CellIcon({ name, tone }: { name: IconName; tone: Tone }) {
  return (
    <View className={`ui-cell-icon ui-tone-${tone}`}>
      <Icon name={name} />
    </View>
  )
}

function cellContent({ title, note, value, icon, tone = 'primary', badge, children }: CellProps) {
  return (
    <>
      {icon && <CellIcon name={icon} tone={tone} />}
      <View className="ui-cell-words">
        <View className="ui-cell-title">{title}</View>
        {note && <View className="ui-cell-note">{note}</View>}
        {children}
      </View>
      {value !== undefined && <View className="ui-cell-value">{value}</View>}
      {badge ? <Badge count={badge} /> : null}
    </>
  )
}

type SwitchProps = {
  title: string
  note?: string
  icon?: IconName
  on: boolean
  onChange: (on: boolean) => void
  disabled?: boolean
}

export function SwitchCell({ title, note, icon, on, onChange, disabled }: SwitchProps) {
  return (
    <Pressable
      className="ui-cell"
      role="switch"
      label={title}
      checked={on}
      disabled={disabled}
      onPress={() => onChange(!on)}
    >
      {cellContent({ title, note, icon })}
      <View className={`ui-switch ${on ? 'is-on' : ''}`} {...aria({ hidden: true })}>
        <Text className="ui-switch-word">{on ? '开' : '关'}</Text>
        <View className="ui-switch-knob" />
      </View>
    </Pressable>
  )
}
