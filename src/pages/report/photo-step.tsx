import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { choosePhotos } from '@/client/photos'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { photosMax } from '@/shared/kernel/vocabulary'
import { ActionBar } from '@/ui/action-bar'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Page } from '@/ui/page'
import { PhotoGrid } from '@/ui/photo-grid'
import { Pressable } from '@/ui/pressable'
import { ClassFirst } from './class-first'
import { PhotoSheet, type PhotoSource } from './photo-sheet'
import { problemAt } from './problem'
import type { ScreenProps } from './screen.types'

/** Photos first, because they say most; and never needed, because some things cannot be photographed. */
export function PhotoStep({ draft, report, head }: ScreenProps) {
  const [isOpen, setOpen] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const [trouble, setTrouble] = useState('')
  const isBusy = useRef(false)
  const { photos } = draft

  const add = async (source: PhotoSource) => {
    setOpen(false)
    if (isBusy.current) return
    isBusy.current = true
    setTrouble('')
    setChoosing(true)
    try {
      const chosen = await choosePhotos(photosMax - photos.length, source)
      setTrouble([...new Set(chosen.failed)].join('；'))
      if (chosen.photos.length > 0)
        report.edit((now) => ({ photos: [...now.photos, ...chosen.photos.map((local) => ({ local }))] }))
    } catch {
      setTrouble('手机里放不下更多照片了，请先删掉几张；不加照片也能上报')
    } finally {
      isBusy.current = false
      setChoosing(false)
    }
  }
  const remove = (key: string) =>
    report.edit((now) => ({ photos: now.photos.filter(({ local }) => local.key !== key) }))
  const error = trouble || problemAt(draft, 'photos')

  return (
    <Page
      bottom={
        <ActionBar>
          <Button
            block
            tone={photos.length > 0 ? 'primary' : 'secondary'}
            loading={isChoosing}
            loadingText="正在处理照片…"
            onPress={() => report.turn(1)}
          >
            {photos.length > 0 ? '下一步' : '没有照片，下一步'}
          </Button>
        </ActionBar>
      }
    >
      {head}
      <View className="report-title" {...aria({ role: 'heading', level: 1 })}>
        {photos.length > 0 ? '照片加好了' : '先拍一张照片'}
      </View>
      <View className="report-lead">
        {photos.length > 0
          ? '可以再加几张，也可以直接下一步。'
          : '拍清楚是什么、在哪儿就行。邻里纠纷、噪音、咨询这类事不用拍。'}
      </View>
      {photos.length === 0 && (
        <View className="report-sources">
          <Source
            icon="camera"
            name="拍照"
            note="打开相机"
            isMain
            isBusy={isChoosing}
            onPress={() => void add('camera')}
          />
          <Source
            icon="photo"
            name="从相册选"
            note={`最多 ${photosMax} 张`}
            isBusy={isChoosing}
            onPress={() => void add('album')}
          />
        </View>
      )}
      <PhotoGrid
        photos={photos.map(({ local }) => ({ id: local.key, src: local.src }))}
        label={photos.length > 0 ? '已选照片' : undefined}
        max={photosMax}
        error={error}
        onAdd={photos.length > 0 ? () => setOpen(true) : undefined}
        onRemove={remove}
      />
      <ClassFirst classCode={draft.classCode} onPick={report.pickClass} />
      <View className="report-privacy">
        <Icon name="shield" className="report-privacy-icon" />
        <Text>
          照片会自动缩小并去掉拍摄地点等信息。卫生、设施这类公共的事，检测通过后邻居也能看到，请不要拍到人脸和车牌。
        </Text>
      </View>
      <PhotoSheet isOpen={isOpen} onPick={(source) => void add(source)} onClose={() => setOpen(false)} />
      <PrivacyAsk />
    </Page>
  )
}

type SourceProps = {
  icon: 'camera' | 'photo'
  name: string
  note: string
  isMain?: boolean
  isBusy: boolean
  onPress: () => void
}

function Source({ icon, name, note, isMain, isBusy, onPress }: SourceProps) {
  return (
    <Pressable className={`report-source ${isMain ? 'is-main' : ''}`} disabled={isBusy} onPress={onPress}>
      <Icon name={icon} className="report-source-icon" />
      <Text className="report-source-name">{name}</Text>
      <Text className="report-source-note">{isBusy ? '正在处理照片…' : note}</Text>
    </Pressable>
  )
}
