import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import './button.scss'

type Props = {
  children: string
  onPress?: () => void
  tone?: 'primary' | 'secondary' | 'danger' | 'ghost'
  size?: 'normal' | 'small'
  block?: boolean
  icon?: IconName
  loading?: boolean
  loadingText?: string
  disabled?: boolean
  /** Why it cannot be pressed now; shown under the button while it is disabled. */
  reason?: string
  label?: string
}

export function Button({ children, onPress, tone = 'primary', size = 'normal', ...rest }: Props) {
  const { block, icon, loading, loadingText = '请稍候…', disabled, reason, label } = rest
  const shape = `ui-button-${tone} ${size === 'small' ? 'ui-button-small' : ''} ${block ? 'ui-button-block' : ''}`
  const words = loading ? loadingText : children
  const why = disabled && reason ? reason : undefined
  return (
    <View className={`ui-button-holder ${block ? 'ui-button-holder-block' : ''}`}>
      <Pressable
        className={`ui-button ${shape} ${disabled ? 'is-disabled' : ''}`}
        disabled={disabled || loading}
        label={why ? `${label ?? words}，暂不可用：${why}` : label}
        onPress={onPress}
      >
        {loading ? (
          <View className="ui-button-spinner" {...aria({ hidden: true })} />
        ) : (
          icon && <Icon name={icon} className="ui-button-icon" />
        )}
        <Text>{words}</Text>
      </Pressable>
      {why && (
        <View className="ui-button-reason" {...aria({ hidden: true })}>
          {why}
        </View>
      )}
    </View>
  )
}

/** A button that reads as part of a sentence or a header. */
export function Link({ children, onPress, icon, label }: Pick<Props, 'children' | 'onPress' | 'icon' | 'label'>) {
  return (
    <Pressable className="ui-link" label={label} onPress={onPress}>
      <Text>{children}</Text>
      {icon && <Icon name={icon} className="ui-link-icon" />}
    </Pressable>
  )
}
