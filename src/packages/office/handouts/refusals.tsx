import { View } from '@tarojs/components'
import { useCapability } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { Cell, CellGroup } from '@/ui/cell'

const shownMax = 5

/** The last codes that were refused, for whoever asks why nothing was handed over; not printed. */
export function Refusals() {
  const found = useCapability('redemptions.listCodeRefusals', {}).data
  if (!found || found.refusals.length === 0) return null
  return (
    <View className="handouts-refusals">
      <CellGroup title="最近被拒的领取码" note="只记时间、经手人和原因，不记码。">
        {found.refusals.slice(0, shownMax).map(({ id, at, clerkName, why }) => (
          <Cell key={id} icon="warning" tone="warn" title={why} note={`${momentWords(at, found.now)} · ${clerkName}`} />
        ))}
      </CellGroup>
    </View>
  )
}
