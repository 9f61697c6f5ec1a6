import { Text, View } from '@tarojs/components'
import type { Me } from '@/client/me'
import { wallClock } from '@/shared/kernel/time'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon'
import { Mascot } from '@/ui/mascot'
import { setElder, useElder } from '@/ui/preferences'
import { Pressable } from '@/ui/pressable'

const greetings: readonly (readonly [untilHour: number, words: string])[] = [
  [5, '夜深了'],
  [11, '早上好'],
  [13, '中午好'],
  [18, '下午好'],
  [24, '晚上好'],
]

/** By the server's clock, so that a phone set wrong still greets right. */
export const greetingAt = (now: string): string => {
  const hour = wallClock(now).hour()
  return greetings.find(([untilHour]) => hour < untilHour)![1]
}

const whereWords = ({ community, grid, person }: Me): string => {
  const post = person.postings.find(({ role }) => role !== 'resident')
  if (post) return `${post.scopeName} · ${post.roleName}`
  return [community.name, grid?.name].filter(Boolean).join(' · ')
}

export function Greeting({ me }: { me: Me }) {
  const isElder = useElder()
  return (
    <View className="home-greeting">
      <View className="home-greeting-top">
        <View className="home-where">
          <Icon name="pin" className="home-where-icon" />
          <Text>{whereWords(me)}</Text>
        </View>
        <Pressable
          className={`home-size ${isElder ? 'is-on' : ''}`}
          role="switch"
          checked={isElder}
          onPress={() => setElder(!isElder)}
        >
          <View className="home-size-letter" {...aria({ hidden: true })}>
            大
          </View>
          <Text>大字版</Text>
        </Pressable>
      </View>
      <View className="home-hello">
        <View className="home-hello-words" {...aria({ role: 'heading', level: 1 })}>
          <Text className="home-hello-time">{greetingAt(me.now)}，</Text>
          <Text className="home-hello-name">{me.person.isNewcomer ? '欢迎您' : me.person.name}</Text>
        </View>
        <Mascot name="xinbao" className="home-hello-mascot" />
      </View>
    </View>
  )
}
