import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Me } from '@/client/me'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Empty } from '@/ui/states'

/** Lives here already; moving house is asking again. */
export function Bound({ label, onMove }: { label: string; onMove: () => void }) {
  return (
    <>
      <CellGroup>
        <Cell icon="home" tone="success" title={label} note="您已绑定这一户" />
        <Cell
          icon="team"
          title="看看我的网格"
          note="网格员、楼长、物业是谁，怎么联系"
          onPress={() => void Taro.navigateTo({ url: '/packages/resident/my-grid/index' })}
        />
      </CellGroup>
      <Card title="搬家了？">
        换到别的门牌要重新申请，由新楼的楼长确认。确认之前，您仍然属于现在这一户。
        <View className="bind-move">
          <Button block tone="secondary" onPress={onMove}>
            申请换到另一户
          </Button>
        </View>
      </Card>
    </>
  )
}

/** Asked and not yet answered. */
export function Pending({ binding }: { binding: NonNullable<Me['pendingBinding']> }) {
  const { householdLabel, approverName, approverRoleName } = binding
  return (
    <Empty
      mascot="shengbao"
      title="申请已提交，等待确认"
      words={`${householdLabel}。等${approverRoleName} ${approverName} 审核，确认后会有消息告诉您。等待期间，看信息和上报都不受影响。`}
      action={{ text: '去上报一件事', onPress: () => void Taro.switchTab({ url: '/pages/report/index' }) }}
    />
  )
}
