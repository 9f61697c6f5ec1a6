import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Link } from './button'
import { Icon, type IconName } from './icon'
import { Picture } from './picture'
import { Pressable } from './pressable'
import type { Tone } from './tag'
import './card.scss'

type CardProps = {
  children?: ReactNode
  title?: string
  extra?: ReactNode
  tone?: 'plain' | 'primary' | 'warn' | 'danger'
  onPress?: () => void
  /** Needed with `onPress`: the card in one sentence. */
  label?: string
}

export function Card({ children, title, extra, tone = 'plain', onPress, label }: CardProps) {
  const className = `ui-card ui-card-${tone}`
  const content = (
    <>
      {(title || extra) && (
        <View className="ui-card-head">
          {title && (
            <View className="ui-card-title" {...(onPress ? {} : aria({ role: 'heading', level: 3 }))}>
              {title}
            </View>
          )}
          {extra && <View className="ui-card-extra">{extra}</View>}
        </View>
      )}
      {children}
    </>
  )
  if (!onPress) return <View className={className}>{content}</View>
  return (
    <Pressable className={className} label={label} onPress={onPress}>
      {content}
    </Pressable>
  )
}

const toneIcons: Record<Tone, IconName> = {
  neutral: 'info',
  primary: 'info',
  info: 'info',
  success: 'check',
  warn: 'warning',
  danger: 'warning',
}

type BannerProps = {
  tone?: Tone
  icon?: IconName
  title?: string
  children?: ReactNode
  action?: { text: string; onPress: () => void }
  /** Read out at once, even while the person is doing something else. */
  urgent?: boolean
}

export function Banner({ tone = 'info', icon = toneIcons[tone], title, children, action, urgent }: BannerProps) {
  return (
    <View className={`ui-banner ui-tone-${tone}`} {...aria({ role: urgent ? 'alert' : 'note' })}>
      <Icon name={icon} className="ui-banner-icon" />
      <View className="ui-banner-words">
        {title && <View className="ui-banner-title">{title}</View>}
        {children && <View className="ui-banner-text">{children}</View>}
        {action && <Link onPress={action.onPress}>{action.text}</Link>}
      </View>
    </View>
  )
}

export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <View className="ui-facts">
      {items.map(({ label, value }) => (
        <View key={label} className="ui-fact">
          <Text className="ui-fact-label">{label}</Text>
          <View className="ui-fact-value">{value}</View>
        </View>
      ))}
    </View>
  )
}

type StatProps = { value: string | number; unit?: string; label: string; onPress?: () => void }

export function Stat({ value, unit, label, onPress }: StatProps) {
  const content = (
    <>
      <View className="ui-stat-figure">
        <Text>{value}</Text>
        {unit && <Text className="ui-stat-unit">{unit}</Text>}
      </View>
      <View className="ui-stat-label">{label}</View>
    </>
  )
  if (!onPress) return <View className="ui-stat">{content}</View>
  return (
    <Pressable className="ui-stat" onPress={onPress}>
      {content}
    </Pressable>
  )
}

export function Stats({ children }: { children: ReactNode }) {
  return <View className="ui-stats">{children}</View>
}

type AvatarProps = { name: string; src?: string; size?: 'small' | 'normal' | 'large' }

/** A face, or the family name in its place; the full name belongs beside it. */
export function Avatar({ name, src, size = 'normal' }: AvatarProps) {
  return (
    <View className={`ui-avatar ui-avatar-${size}`} {...aria({ hidden: true })}>
      {src ? <Picture src={src} label="" className="ui-avatar-face" /> : <Text>{name.slice(0, 1)}</Text>}
    </View>
  )
}
