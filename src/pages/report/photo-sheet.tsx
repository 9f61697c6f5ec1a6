import { Cell, CellGroup } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'

export type PhotoSource = 'camera' | 'album'

type Props = { isOpen: boolean; onPick: (source: PhotoSource) => void; onClose: () => void }

export function PhotoSheet({ isOpen, onPick, onClose }: Props) {
  return (
    <Sheet open={isOpen} title="再加一张照片" onClose={onClose}>
      <CellGroup>
        <Cell icon="camera" title="拍照" onPress={() => onPick('camera')} />
        <Cell icon="photo" title="从相册选" onPress={() => onPick('album')} />
      </CellGroup>
    </Sheet>
  )
}
