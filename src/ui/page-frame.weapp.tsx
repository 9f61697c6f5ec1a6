import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export function PageFrame({ className, children }: { className: string; children: ReactNode }) {
  return <View className={className}>{children}</View>
}
