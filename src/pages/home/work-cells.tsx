import Taro from '@tarojs/taro'
import type { dutiesOf } from '@/features/gridwork/duties'
import { Cell, CellGroup } from '@/ui/cell'
import type { IconName } from '@/ui/icon'

interface Work {
  duty: 'supervises' | 'servesDepartment' | 'servesCounter'
  icon: IconName
  title: string
  note: string
  url: string
}

const works: readonly Work[] = [
  {
    duty: 'supervises',
    icon: 'chart',
    title: '社区工作台',
    note: '等着定的事、地图和台账',
    url: '/packages/office/desk/index',
  },
  {
    duty: 'servesDepartment',
    icon: 'inbox',
    title: '部门收件箱',
    note: '牵头、协办、承诺和联席会',
    url: '/packages/office/inbox/index',
  },
  {
    duty: 'servesCounter',
    icon: 'scan',
    title: '兑换发放',
    note: '核对领取码、发放、盘点',
    url: '/packages/office/counter/index',
  },
]

/** Where the posts of somebody lead them; nothing for those without one. */
export function WorkCells({ duties }: { duties: ReturnType<typeof dutiesOf> }) {
  const mine = works.filter(({ duty }) => duties[duty])
  if (mine.length === 0) return null
  return (
    <CellGroup>
      {mine.map(({ icon, title, note, url }) => (
        <Cell key={title} icon={icon} title={title} note={note} onPress={() => void Taro.navigateTo({ url })} />
      ))}
    </CellGroup>
  )
}
