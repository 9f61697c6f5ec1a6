import { Image } from '@tarojs/components'
import { aria } from './aria'
import type { PictureProps } from './picture.types'

export function Picture({ src, label, mode = 'cover', className, isKept }: PictureProps) {
  return (
    <Image
      lazyLoad
      src={src}
      className={className}
      mode={mode === 'cover' ? 'aspectFill' : 'aspectFit'}
      {...(isKept ? { showMenuByLongpress: true } : {})}
      {...(label ? aria({ label }) : aria({ hidden: true }))}
    />
  )
}
