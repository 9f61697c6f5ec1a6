import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './steps.scss'

/** Where one stands in a form of a few steps; `current` counts from 0. */
export function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <View
      className="ui-steps"
      {...aria({ role: 'img', label: `共 ${steps.length} 步，现在第 ${current + 1} 步：${steps[current] ?? ''}` })}
    >
      {steps.map((words, index) => (
        <View key={words} className={`ui-step ${index < current ? 'is-done' : index === current ? 'is-current' : ''}`}>
          <View className="ui-step-mark">{index < current ? <Icon name="check" /> : <Text>{index + 1}</Text>}</View>
          <Text className="ui-step-words">{words}</Text>
        </View>
      ))}
    </View>
  )
}
