import { useState } from 'react'
import type { PressableProps } from './pressable.types'

/** A tappable area with any layout inside: a real button here, so that keyboards and screen readers find it. */
export function Pressable({ children, onPress, label, role, className = '', disabled, ...states }: PressableProps) {
  const [isDown, setDown] = useState(false)
  const release = () => setDown(false)
  return (
    <button
      type="button"
      id={states.id}
      className={`ui-pressable ${isDown && !disabled ? 'is-pressed' : ''} ${className}`}
      role={role}
      aria-label={label}
      aria-checked={states.checked}
      aria-selected={states.selected}
      aria-expanded={states.expanded}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onPress}
      onPointerDown={() => setDown(true)}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
    >
      {children}
    </button>
  )
}
