import { View } from '@tarojs/components'
import { useCapability, useCommand } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { limitWords, pointsWords } from '@/features/lovebank/words'
import { Button } from '@/ui/button'
import { Banner, Facts } from '@/ui/card'
import { PhotoGrid } from '@/ui/photo-grid'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { Managed } from './managed'

const countsShown = 5

type Props = { reward: Managed; onEdit: () => void; onCount: () => void; onClose: () => void }

/** One reward as it stands, its last counts, and what can be done with it. */
export function ManageSheet({ reward, onEdit, onCount, onClose }: Props) {
  const command = useCommand('redemptions.updateReward')
  const counts = useCapability('redemptions.listStockCounts', { id: reward.id }).data
  const { id, name, words, price, limit, photos, isOffered, stock, held } = reward
  const toggle = () =>
    command.mutate(
      { id, name, words, price, limit, keptFileIds: photos.map((photo) => photo.id), isOffered: !isOffered },
      {
        onSuccess: () => {
          toast(isOffered ? '已下架，预留的照常领取' : '已上架')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={name}
      onClose={onClose}
      actions={
        <>
          <Button block onPress={onCount}>
            盘点库存
          </Button>
          <Button block tone="secondary" onPress={onEdit}>
            修改
          </Button>
          <Button block tone="ghost" loading={command.isPending} onPress={toggle}>
            {isOffered ? '下架' : '重新上架'}
          </Button>
        </>
      }
    >
      <View>
        {command.error && <Banner tone="danger">{command.error.message}</Banner>}
        {photos.length > 0 && <PhotoGrid photos={photos.map((photo) => ({ id: photo.id, src: photo.url }))} />}
        <Facts
          items={[
            { label: '积分', value: pointsWords(price) },
            { label: '限量', value: limit ? limitWords(limit) : '不限' },
            { label: '架上', value: `${stock + held} 份，其中预留 ${held} 份` },
            { label: '说明', value: words },
            ...(counts?.counts ?? []).slice(0, countsShown).map((one) => ({
              label: momentWords(one.at, counts?.now ?? one.at),
              value: `${one.before} → ${one.after}，${one.reason}（${one.byName}）`,
            })),
          ]}
        />
      </View>
    </Sheet>
  )
}
