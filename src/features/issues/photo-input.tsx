import { photosMax } from '@/shared/kernel/vocabulary'
import { PhotoGrid } from '@/ui/photo-grid'
import type { Photos } from './use-photos'

type Props = { label: string; photos: Photos; help?: string; error?: string; required?: boolean; max?: number }

/** Photos of a form: take, choose, look at, remove, send again. */
export function PhotoInput({ label, photos, help, error, required, max = photosMax }: Props) {
  return (
    <PhotoGrid
      label={required ? `${label} · 必填` : label}
      max={max}
      help={help}
      error={error ?? photos.problem}
      photos={photos.held.map(({ local, progress, error: failed }) => ({
        id: local.key,
        src: local.src,
        ...(progress === undefined ? {} : { progress }),
        ...(failed ? { error: failed } : {}),
      }))}
      onAdd={() => void photos.add(max)}
      onRemove={photos.remove}
      onRetry={photos.retry}
    />
  )
}
