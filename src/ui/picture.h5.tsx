import type { PictureProps } from './picture.types'

export function Picture({ src, label, mode = 'cover', className }: PictureProps) {
  return <img src={src} alt={label} loading="lazy" decoding="async" className={className} style={{ objectFit: mode }} />
}
