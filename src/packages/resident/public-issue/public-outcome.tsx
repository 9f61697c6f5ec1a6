import type { PublicDetail } from '@/shared/contracts/issues/public'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { PhotoGrid, type Photo } from '@/ui/photo-grid'

const shown = (photos: PublicDetail['photos']): Photo[] => photos.map(({ id, url }) => ({ id, src: url }))

/** How the place looked before and after, once there is something to compare. */
export function PublicOutcome({ issue: { photos, resultPhotos } }: { issue: PublicDetail }) {
  if (resultPhotos.length === 0) return null
  return (
    <Section title="处理前后">
      <Card>
        {photos.length > 0 && <PhotoGrid label="处理前" photos={shown(photos)} />}
        <PhotoGrid label="处理后" photos={shown(resultPhotos)} />
      </Card>
    </Section>
  )
}
