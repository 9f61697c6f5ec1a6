import { Text, View } from '@tarojs/components'
import type { Persona } from '@/client/session.h5'
import { Avatar } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { Tag } from '@/ui/tag'
import { describe } from './personas.h5'

type Props = { persona: Persona; isChosen: boolean; onChoose: () => void }

export function PersonaRow({ persona, isChosen, onChoose }: Props) {
  return (
    <Pressable className="persona-row" onPress={onChoose}>
      <Avatar name={persona.name} />
      <View className="persona-row-words">
        <View className="persona-row-name">
          <Text>{persona.name}</Text>
          {persona.onLeave && <Tag tone="warn">请假中</Tag>}
        </View>
        <View className="persona-row-note">{describe(persona)}</View>
      </View>
      <Text className="persona-row-go">{isChosen ? '正在进入…' : ''}</Text>
      {!isChosen && <Icon name="chevron" className="persona-row-arrow" />}
    </Pressable>
  )
}
