import { View } from '@tarojs/components'
import { PhotoGrid } from '@/ui/photo-grid'

/** Photos beside a text; nothing where there are none. */
export function Photos({ urls, title }: { urls: readonly string[]; title: string }) {
  if (urls.length === 0) return null
  return (
    <View className="topic-photos">
      <PhotoGrid photos={urls.map((src) => ({ id: src, src }))} label={title} />
    </View>
  )
}
