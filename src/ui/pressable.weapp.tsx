import { View } from '@tarojs/components'
import { aria } from './aria'
import type { PressableProps } from './pressable.types'

/** A tappable area with any layout inside; what it is and how it stands reaches the screen reader by aria. */
export function Pressable({ children, onPress, label, role = 'button', className = '', ...states }: PressableProps) {
  const { id, disabled, checked, selected, expanded } = states
  return (
    <View
      id={id}
      className={`ui-pressable ${className}`}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      hoverStayTime={80}
      onClick={disabled ? undefined : onPress}
      {...aria({ role, label, disabled, checked, selected, expanded })}
    >
      {children}
    </View>
  )
}
