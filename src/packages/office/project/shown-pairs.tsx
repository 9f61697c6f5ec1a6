import { View } from '@tarojs/components'
import type { ProjectView } from '@/features/projects/words'
import { Button } from '@/ui/button'
import { Section } from '@/ui/page'
import { PhotoGrid } from '@/ui/photo-grid'

type Props = { pairs: NonNullable<ProjectView['works']>['pairs']; onRemove: (spot: string) => void }

/** The spots everybody sees before and after, each of which may have been taken by mistake; nothing where there are none. */
export function ShownPairs({ pairs, onRemove }: Props) {
  if (pairs.length === 0) return null
  return (
    <Section title="已经公开的照片" note="拍错了、拍到了人脸的可以去掉；记下以后才生效。">
      <View>
        {pairs.map(({ spot, before, after }) => (
          <View key={spot}>
            <PhotoGrid
              label={`${spot}，${after ? '前后照片' : '只有施工前'}`}
              photos={[before, ...(after ? [after] : [])].map(({ id, url }) => ({ id, src: url }))}
            />
            <Button size="small" tone="ghost" onPress={() => onRemove(spot)}>
              {`去掉“${spot}”的照片`}
            </Button>
          </View>
        ))}
      </View>
    </Section>
  )
}
