import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Me } from '@/client/me'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'

const open = () => void Taro.navigateTo({ url: '/packages/resident/bind-household/index' })

/** My household, or how to say where I live. */
export function HomeCard({ me: { person, household, pendingBinding } }: { me: Me }) {
  if (household) {
    return (
      <CellGroup title="我的家">
        <Cell icon="home" title={household.label} note="已绑定" onPress={open} />
        <GridCell />
      </CellGroup>
    )
  }
  if (pendingBinding) {
    return (
      <CellGroup title="我的家">
        <Cell
          icon="clock"
          tone="warn"
          title={pendingBinding.householdLabel}
          note={`等${pendingBinding.approverRoleName} ${pendingBinding.approverName} 审核`}
          onPress={open}
        />
        <GridCell />
      </CellGroup>
    )
  }
  if (person.postings.length > 0) {
    return (
      <CellGroup title="我的家">
        <Cell icon="home" title="绑定住房" note="您也住在本社区的话" onPress={open} />
        <GridCell />
      </CellGroup>
    )
  }
  return (
    <>
      <Card tone="primary" title="您住在哪一户？">
        绑定住房后，上报时不用再选地址，也能看到您这栋楼的网格员和楼长是谁。
        <View className="mine-bind">
          <Button block icon="home" onPress={open}>
            绑定住房
          </Button>
        </View>
      </Card>
      <CellGroup>
        <GridCell />
      </CellGroup>
    </>
  )
}

function GridCell() {
  return (
    <Cell
      icon="team"
      title="我的网格"
      note="身边有哪些人在服务，电话是多少"
      onPress={() => void Taro.navigateTo({ url: '/packages/resident/my-grid/index' })}
    />
  )
}
