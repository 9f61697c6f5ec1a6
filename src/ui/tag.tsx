import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import './tag.scss'

/** Colours carry moods, never meaning on their own: a word always stands beside them. */
export type Tone = 'neutral' | 'primary' | 'info' | 'success' | 'warn' | 'danger'

export function Tag({ children, tone = 'neutral', icon }: { children: string; tone?: Tone; icon?: IconName }) {
  return (
    <View className={`ui-tag ui-tone-${tone}`}>
      {icon && <Icon name={icon} className="ui-tag-icon" />}
      <Text>{children}</Text>
    </View>
  )
}

export function Badge({ count, label }: { count: number; label?: string }) {
  if (count <= 0) return null
  return (
    <View className="ui-badge" {...aria({ role: 'img', label: label ?? `${count} 条` })}>
      <Text>{count > 99 ? '99+' : count}</Text>
    </View>
  )
}
