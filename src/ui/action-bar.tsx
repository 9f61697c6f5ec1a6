import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './action-bar.scss'

/** The one or two things to do now, always in reach of the thumb; goes into `bottom` of the page. */
export function ActionBar({ children, note }: { children: ReactNode; note?: string }) {
  return (
    <View className="ui-actions">
      {note && <View className="ui-actions-note">{note}</View>}
      <View className="ui-actions-row">{children}</View>
    </View>
  )
}
