import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { ButtonBase, type OpenType } from './button-base'
import { Icon, type IconName } from './icon'
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
  /** WeChat only: what its own button opens, and what it answers. */
  openType?: OpenType
  onOpenType?: (detail: unknown) => void
}

export function Button({ children, onPress, tone = 'primary', size = 'normal', ...rest }: Props) {
  const { block, icon, loading, loadingText = '请稍候…', disabled, reason, label, openType, onOpenType } = rest
  const shape = `ui-button-${tone} ${size === 'small' ? 'ui-button-small' : ''} ${block ? 'ui-button-block' : ''}`
  const words = loading ? loadingText : children
  const why = disabled && reason ? reason : undefined
  return (
    <View className={`ui-button-holder ${block ? 'ui-button-holder-block' : ''}`}>
      <ButtonBase
        className={`ui-button ${shape} ${disabled ? 'is-disabled' : ''}`}
        disabled={disabled || loading}
        busy={loading}
        label={why ? `${label ?? words}，暂不可用：${why}` : label}
        onPress={onPress}
        openType={openType}
        onOpenType={onOpenType}
      >
        {loading ? (
          <View className="ui-button-spinner" {...aria({ hidden: true })} />
        ) : (
          icon && <Icon name={icon} className="ui-button-icon" />
        )}
        <Text>{words}</Text>
      </ButtonBase>
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
    <ButtonBase className="ui-link" label={label} onPress={onPress}>
      <Text>{children}</Text>
      {icon && <Icon name={icon} className="ui-link-icon" />}
    </ButtonBase>
  )
}
