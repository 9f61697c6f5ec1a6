import { View } from '@tarojs/components'
import { dayOf } from '@/shared/kernel/time'
import { forgetAllHalfWritten } from '@/client/half-written'
import { useCommand } from '@/client/hooks'
import { dateWords } from '@/features/issues/time-words'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { MyData } from './my-data'

const whatGoes = [
  '您的姓名、电话、住房绑定和站内消息会删除，找不回来。',
  '您上报过的事，提过的议题、说过的意见、投过的票还在，但不再看得出是您。',
  '没用完的爱心积分作废，开过的志愿服务证明作废，排行榜上不再显示您。',
  '7 天内可以反悔。申请时，这部手机上没有提交的议题、提案、纪要等会清掉。',
]

/** Leaving for good (注销), and the way back while there is one. */
export function Account({ mine }: { mine: MyData }) {
  return mine.leavesAt ? (
    <Leaving day={dateWords(dayOf(mine.leavesAt), dayOf(mine.now))} />
  ) : (
    <Staying dutyPosts={mine.dutyPosts} />
  )
}

function Leaving({ day }: { day: string }) {
  const keep = useCommand('residents.keepAccount')
  const stay = () =>
    keep.mutate({}, { onSuccess: () => toast('已撤销，一切照常'), onError: (error) => toast(error.message) })
  return (
    <>
      <Banner tone="warn" title="您已申请注销">
        {`${day}起删除您的信息。在那之前一切照常，可以反悔。`}
      </Banner>
      <View className="my-data-foot">
        <Button block loading={keep.isPending} onPress={stay}>
          不注销了
        </Button>
      </View>
    </>
  )
}

function Staying({ dutyPosts }: { dutyPosts: readonly string[] }) {
  const [ask, dialog] = useConfirm()
  const leave = useCommand('residents.deleteAccount', forgetAllHalfWritten)
  const isOnDuty = dutyPosts.length > 0
  const go = async () => {
    const question = { title: '注销账号？', words: whatGoes.join(''), confirmText: '申请注销', danger: true }
    if (!(await ask(question))) return
    leave.mutate({}, { onSuccess: () => toast('已申请注销'), onError: (error) => toast(error.message) })
  }
  return (
    <Card title="注销账号">
      {isOnDuty
        ? `您还担任${[...new Set(dutyPosts)].join('、')}。请先请社区办理离任，再注销账号。`
        : whatGoes.map((words) => <View key={words}>{words}</View>)}
      {!isOnDuty && (
        <View className="my-data-foot">
          <Button block tone="secondary" loading={leave.isPending} onPress={() => void go()}>
            申请注销
          </Button>
        </View>
      )}
      {dialog}
    </Card>
  )
}
