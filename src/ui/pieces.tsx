import { View } from '@tarojs/components'
import './pieces.scss'

/** Short facts in a row with dots between them; a line breaks between two of them and, while there is room, never inside one. */
export function Pieces({ items }: { items: readonly string[] }) {
  return (
    <View className="ui-pieces">
      {items.map((item, at) => (
        <View key={item} className="ui-piece">
          {at < items.length - 1 ? `${item} ·` : item}
        </View>
      ))}
    </View>
  )
}
