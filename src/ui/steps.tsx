import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './steps.scss'

type Props = {
  steps: readonly string[]
  /** Counts from 0. */
  current: number
  /** What stands under each step, such as its day. */
  notes?: readonly string[]
}

/** More steps than this stand in rows of four, so that their words keep apart on a narrow phone in large letters. */
const inOneRowMax = 6

/** Where one stands in something of a few steps. */
export function Steps({ steps, current, notes = [] }: Props) {
  return (
    <View
      className={`ui-steps ${steps.length > inOneRowMax ? 'is-many' : ''}`}
      {...aria({ role: 'img', label: `共 ${steps.length} 步，现在第 ${current + 1} 步：${steps[current] ?? ''}` })}
    >
      {steps.map((words, index) => (
        <View key={words} className={`ui-step ${index < current ? 'is-done' : index === current ? 'is-current' : ''}`}>
          <View className="ui-step-mark">{index < current ? <Icon name="check" /> : <Text>{index + 1}</Text>}</View>
          <Text className="ui-step-words">{words}</Text>
          {notes[index] && <Text className="ui-step-note">{notes[index]}</Text>}
        </View>
      ))}
    </View>
  )
}
