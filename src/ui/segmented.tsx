import { Text } from '@tarojs/components'
import { Group } from './group'
import { Pressable } from './pressable'
import './segmented.scss'

type Props<V extends string> = {
  label: string
  items: readonly { value: V; label: string; count?: number }[]
  value: V
  onChange: (value: V) => void
  /** Stays in sight at the top while the list below scrolls. */
  sticky?: boolean
}

export function Segmented<V extends string>({ label, items, value, onChange, sticky }: Props<V>) {
  return (
    <Group role="tablist" label={label} className={`ui-segmented ${sticky ? 'is-sticky' : ''}`}>
      {items.map((item) => (
        <Pressable
          key={item.value}
          className={`ui-segment ${item.value === value ? 'is-selected' : ''}`}
          role="tab"
          selected={item.value === value}
          onPress={() => onChange(item.value)}
        >
          <Text>{item.label}</Text>
          {item.count ? <Text className="ui-segment-count">{item.count > 999 ? '999+' : item.count}</Text> : null}
        </Pressable>
      ))}
    </Group>
  )
}
