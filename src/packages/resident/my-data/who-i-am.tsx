import Taro from '@tarojs/taro'
import { useState } from 'react'
import { relationNames } from '@/shared/kernel/vocabulary'
import { useCommand } from '@/client/hooks'
import { Cell, CellGroup } from '@/ui/cell'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { MyData } from './my-data'
import { PhoneSheet } from './phone-sheet'

const bind = () => void Taro.navigateTo({ url: '/packages/resident/bind-household/index' })

const whoSees = ({ phone, phoneConsent }: MyData): string => {
  if (!phone) return '留下电话，办事的人有问题可以打给您'
  return phoneConsent?.isGiven ? '办您的事的人可以查看，每次都有记录' : '别人看不到'
}

/** Moving out: asked once more, since coming back means asking the building head again. */
const useMovingOut = (household: MyData['household']) => {
  const [ask, dialog] = useConfirm()
  const leave = useCommand('residents.leaveHousehold')
  const moveOut = async () => {
    const question = {
      title: `解除与 ${household?.label} 的绑定？`,
      words: '解除后，您不再算这一户的人。已经上报的事照常办理。想再绑定，要重新申请。',
      confirmText: '解除绑定',
      danger: true,
    }
    if (!(await ask(question))) return
    leave.mutate({}, { onSuccess: () => toast('已解除绑定'), onError: (error) => toast(error.message) })
  }
  return [moveOut, dialog] as const
}

/** Name, number and home, each with the way to change it. */
export function WhoIAm({ mine }: { mine: MyData }) {
  const { household } = mine
  const [editsPhone, setEditsPhone] = useState(false)
  const [moveOut, dialog] = useMovingOut(household)
  const relation = household?.relation ? `您是${relationNames[household.relation]}。` : ''
  return (
    <>
      <CellGroup title="您是谁">
        <Cell icon="person" title="姓名" value={mine.name} note="要改正，请找楼长或社区值班室" />
        <Cell
          icon="phone"
          title="电话"
          value={mine.phone ?? '没有留'}
          note={whoSees(mine)}
          onPress={() => setEditsPhone(true)}
        />
        {household ? (
          <Cell
            icon="home"
            title={household.label}
            note={`${relation}搬走了可以解除绑定`}
            onPress={() => void moveOut()}
          />
        ) : (
          <Cell icon="home" title="住房" value="没有绑定" onPress={bind} />
        )}
      </CellGroup>
      {editsPhone && <PhoneSheet mine={mine} onClose={() => setEditsPhone(false)} />}
      {dialog}
    </>
  )
}
