import Taro from '@tarojs/taro'
import { Cell, CellGroup } from '@/ui/cell'

export function UnreadCell({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <CellGroup>
      <Cell
        icon="inbox"
        title="新消息"
        note="有新的进展，点开看看"
        badge={count}
        onPress={() => void Taro.switchTab({ url: '/pages/inbox/index' })}
      />
    </CellGroup>
  )
}
