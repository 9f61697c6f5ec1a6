import { Pressable } from './pressable'
import type { ButtonBaseProps } from './button-base.types'

export type { OpenType } from './button-base.types'

/** In a browser nothing opens by type; such a button is an ordinary one. */
export function ButtonBase({ children, className, onPress, label, disabled }: ButtonBaseProps) {
  return (
    <Pressable className={className} label={label} disabled={disabled} onPress={onPress}>
      {children}
    </Pressable>
  )
}
