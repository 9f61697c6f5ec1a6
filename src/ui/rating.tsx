import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Group } from './group'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './rating.scss'

const words = ['很不满意', '不满意', '一般', '满意', '很满意'] as const
const stars = [1, 2, 3, 4, 5] as const

export type Stars = (typeof stars)[number]

type Props = { value: number | null; onChange?: (value: Stars) => void; label?: string }

/** One to five stars and the word for each; to look at without `onChange`. */
export function Rating({ value, onChange, label = '满意度' }: Props) {
  const said = value ? words[value - 1] : undefined
  if (!onChange) {
    return (
      <View className="ui-rating is-read" {...aria({ role: 'img', label: `${label}：${said ?? '未评价'}` })}>
        {stars.map((star) => (
          <Icon key={star} name={value && star <= value ? 'starFilled' : 'star'} className="ui-star-icon" />
        ))}
        <Text className="ui-rating-words">{said ?? '未评价'}</Text>
      </View>
    )
  }
  return (
    <View className="ui-rating">
      <Group role="radiogroup" label={label} className="ui-stars">
        {stars.map((star) => (
          <Pressable
            key={star}
            className="ui-star"
            role="radio"
            label={`${star} 星，${words[star - 1]}`}
            checked={value === star}
            onPress={() => onChange(star)}
          >
            <Icon name={value && star <= value ? 'starFilled' : 'star'} className="ui-star-icon" />
          </Pressable>
        ))}
      </Group>
      <View className={`ui-rating-words ${said ? '' : 'is-empty'}`} {...aria({ hidden: true })}>
        {said ?? '点按星星评价'}
      </View>
    </View>
  )
}
