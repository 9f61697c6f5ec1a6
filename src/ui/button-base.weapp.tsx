import { Button } from '@tarojs/components'
import { Pressable } from './pressable'
import { aria } from './aria'
import type { ButtonBaseProps } from './button-base.types'

export type { OpenType } from './button-base.types'

/** WeChat's own button only where it opens something; its default look costs more than it gives. */
export function ButtonBase({ children, className, onPress, label, disabled, openType, onOpenType }: ButtonBaseProps) {
  if (!openType) {
    return (
      <Pressable className={className} label={label} disabled={disabled} onPress={onPress}>
        {children}
      </Pressable>
    )
  }
  const answer = (event: { detail: unknown }) => onOpenType?.(event.detail)
  return (
    <Button
      className={`ui-pressable ui-native-button ${className}`}
      hoverClass="is-pressed"
      disabled={disabled}
      openType={openType}
      onClick={onPress}
      onGetPhoneNumber={answer}
      onAgreePrivacyAuthorization={answer}
      onContact={answer}
      {...aria({ label, disabled })}
    >
      {children}
    </Button>
  )
}
