import Taro from '@tarojs/taro'
import { relationNames } from '@/shared/kernel/vocabulary'
import { useCommand } from '@/client/hooks'
import { Cell } from '@/ui/cell'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { MyData } from './my-data'

const bind = () => void Taro.navigateTo({ url: '/packages/resident/bind-household/index' })

/** Where I live, and the way out of it for those who have moved away. */
export function HouseholdCell({ mine: { household } }: { mine: MyData }) {
  const [ask, dialog] = useConfirm()
  const leave = useCommand('residents.leaveHousehold')
  if (!household) return <Cell icon="home" title="住房" value="没有绑定" onPress={bind} />
  const unbind = async () => {
    const question = {
      title: `解除与 ${household.label} 的绑定？`,
      words: '解除后，您不再算这一户的人。已经上报的事照常办理。想再绑定，要重新申请。',
      confirmText: '解除绑定',
      danger: true,
    }
    if (!(await ask(question))) return
    leave.mutate({}, { onSuccess: () => toast('已解除绑定'), onError: (error) => toast(error.message) })
  }
  const relation = household.relation ? `您是${relationNames[household.relation]}。` : ''
  return (
    <>
      <Cell
        icon="home"
        title={household.label}
        note={`${relation}搬走了可以解除绑定`}
        label={`${household.label}，解除绑定`}
        onPress={() => void unbind()}
      />
      {dialog}
    </>
  )
}
