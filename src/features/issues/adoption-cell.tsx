import Taro from '@tarojs/taro'
import type { AdoptionRow } from '@/shared/contracts/issues/adoption-shapes'
import { Cell } from '@/ui/cell'
import { dateWords } from './time-words'

const stateWords: Record<AdoptionRow['state'], (to: string) => string> = {
  active: (to) => `到${to}`,
  lapsed: () => '已交回社区',
  ended: () => '已终止',
}

/** One adopted plot in a list: what, by whom, how often, until when. */
export function AdoptionCell({ row, today }: { row: AdoptionRow; today: string }) {
  const area = row.areaSquareMeters === null ? '' : ` · ${row.areaSquareMeters} 平方米`
  const until = stateWords[row.state](dateWords(row.to, today))
  return (
    <Cell
      icon="leaf"
      title={row.name}
      note={`${row.adopterName}认养 · ${row.dutyWords}${area} · ${until}`}
      onPress={() => void Taro.navigateTo({ url: `/packages/resident/adoption/index?id=${row.id}` })}
    />
  )
}
