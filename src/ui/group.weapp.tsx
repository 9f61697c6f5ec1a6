import { View } from '@tarojs/components'
import { aria } from './aria'
import type { GroupProps } from './group.types'

/** Radios and tabs that belong together. */
export function Group({ role, label, className, children }: GroupProps) {
  return (
    <View className={className} {...aria({ role, label })}>
      {children}
    </View>
  )
}
