import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import { Picture } from './picture'
import { preview } from './preview'
import { Pressable } from './pressable'
import type { Tone } from './tag'
import './timeline.scss'

export type TimelineItem = {
  id: string
  title: string
  time?: string
  actor?: string
  words?: string
  photos?: readonly string[]
  tone?: Tone
  /** Still to come. */
  pending?: boolean
}

export function Timeline({ items, label = '办理过程' }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <View className="ui-timeline" {...aria({ role: 'list', label })}>
      {items.map((item) => (
        <View key={item.id} className={`ui-moment ${item.pending ? 'is-pending' : ''}`} {...aria({ role: 'listitem' })}>
          <View className={`ui-moment-dot ui-tone-${item.tone ?? 'primary'}`} {...aria({ hidden: true })}>
            <Icon
              name={item.pending ? 'clock' : item.tone === 'danger' || item.tone === 'warn' ? 'warning' : 'check'}
            />
          </View>
          <View className="ui-moment-head">
            <Text className="ui-moment-title">{item.title}</Text>
            {item.time && <Text className="ui-moment-time">{item.time}</Text>}
          </View>
          {item.actor && <View className="ui-moment-actor">{item.actor}</View>}
          {item.words && <View className="ui-moment-words">{item.words}</View>}
          {item.photos?.length ? <Photos photos={item.photos} title={item.title} /> : null}
        </View>
      ))}
    </View>
  )
}

function Photos({ photos, title }: { photos: readonly string[]; title: string }) {
  return (
    <View className="ui-moment-photos">
      {photos.map((src, index) => (
        <Pressable
          key={src}
          className="ui-moment-photo"
          label={`查看照片 ${index + 1}，${title}`}
          onPress={() => preview(src, photos)}
        >
          <Picture src={src} label="" className="ui-moment-image" />
        </Pressable>
      ))}
    </View>
  )
}
