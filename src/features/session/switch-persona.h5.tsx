import { forgetAllHalfWritten } from '@/client/half-written'
import { forgetToken } from '@/client/session.h5'
import { Cell, CellGroup } from '@/ui/cell'
import { useConfirm } from '@/ui/sheet'

/** The way back to the choice of people; the local cloud is the only place where one can be somebody else. */
export function SwitchPersona() {
  const [ask, dialog] = useConfirm()
  const leave = async () => {
    const words = '会回到选择身份的页面。没有写完的上报保存在这个浏览器里，换回来还在；其他没有提交的内容会清掉。'
    if (!(await ask({ title: '切换身份？', words, confirmText: '切换' }))) return
    forgetAllHalfWritten()
    forgetToken()
  }
  return (
    <>
      <CellGroup note="只在本机体验时出现">
        <Cell
          icon="swap"
          tone="neutral"
          title="切换身份"
          note="换成社区里的另一个人看看"
          onPress={() => void leave()}
        />
      </CellGroup>
      {dialog}
    </>
  )
}
