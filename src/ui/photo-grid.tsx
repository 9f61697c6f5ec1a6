import { Text, View } from '@tarojs/components'
import { useId } from 'react'
import { aria } from './aria'
import { FieldHead, FieldNotes } from './field'
import { Icon } from './icon'
import { Picture } from './picture'
import { preview } from './preview'
import { Pressable } from './pressable'
import './photo-grid.scss'

export type Photo = {
  id: string
  src: string
  /** 0 to 100 while it is on its way. */
  progress?: number
  error?: string
}

type Props = {
  photos: readonly Photo[]
  label?: string
  max?: number
  help?: string
  error?: string
  onAdd?: () => void
  onRemove?: (id: string) => void
  onRetry?: (id: string) => void
}

/** Photos to look at, and with the handlers to add, remove and send again. */
export function PhotoGrid({ photos, label, max = 6, help, error, onAdd, onRemove, onRetry }: Props) {
  const id = useId()
  const urls = photos.map(({ src }) => src)
  return (
    <View className="ui-field">
      {label && <FieldHead label={onAdd ? `${label}（${photos.length}/${max}）` : label} />}
      <View className="ui-photos" {...aria({ role: 'list', label: label ?? '照片' })}>
        {photos.map((photo, index) => (
          <View key={photo.id} className="ui-photo" {...aria({ role: 'listitem' })}>
            <Pressable
              className="ui-photo-view"
              label={`第 ${index + 1} 张照片，点按查看大图`}
              onPress={() => preview(photo.src, urls)}
            >
              <Picture src={photo.src} label="" className="ui-photo-image" />
            </Pressable>
            <Sending photo={photo} index={index} onRetry={onRetry} />
            {onRemove && (
              <Pressable
                className="ui-photo-remove"
                label={`删除第 ${index + 1} 张照片`}
                onPress={() => onRemove(photo.id)}
              >
                <View className="ui-photo-cross">
                  <Icon name="close" />
                </View>
              </Pressable>
            )}
          </View>
        ))}
        {onAdd && photos.length < max && (
          <View className="ui-photo" {...aria({ role: 'listitem' })}>
            <Pressable className="ui-photo-add" label={`添加照片，还可添加 ${max - photos.length} 张`} onPress={onAdd}>
              <Icon name="camera" className="ui-photo-add-icon" />
              <Text>添加照片</Text>
            </Pressable>
          </View>
        )}
      </View>
      <FieldNotes id={id} help={help} error={error} />
    </View>
  )
}

type SendingProps = { photo: Photo; index: number; onRetry?: (id: string) => void }

function Sending({ photo, index, onRetry }: SendingProps) {
  if (photo.error) {
    return (
      <Pressable
        className="ui-photo-state is-failed"
        label={`第 ${index + 1} 张照片${photo.error}${onRetry ? '，点按重试' : ''}`}
        onPress={() => onRetry?.(photo.id)}
      >
        <Icon name="refresh" className="ui-photo-state-icon" />
        <Text>{photo.error}</Text>
      </Pressable>
    )
  }
  if (photo.progress === undefined || photo.progress >= 100) return null
  return (
    <View className="ui-photo-state" {...aria({ role: 'img', label: `正在上传 ${photo.progress}%` })}>
      <Text>{`${photo.progress}%`}</Text>
      <View className="ui-photo-track">
        <View className="ui-photo-bar" style={{ width: `${photo.progress}%` }} />
      </View>
    </View>
  )
}
