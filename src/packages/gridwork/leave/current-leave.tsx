import { View } from '@tarojs/components'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { useCommand } from '@/client/hooks'
import { dateWords } from '@/features/issues/time-words'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { useConfirm } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'

type Leave = NonNullable<OutputOf<ContractOf<'session.getMe'>>['person']['leave']>

/** The leave I have, under way or still to come, and the way back from it. */
export function CurrentLeave({ leave, today }: { leave: Leave; today: string }) {
  const [ask, dialog] = useConfirm()
  const end = useCommand('organization.setLeave')
  const isUnderWay = leave.from <= today
  const stop = async () => {
    const question = isUnderWay
      ? { title: '现在销假？', words: '从今天起，新的事项重新派给您。', confirmText: '销假' }
      : { title: '取消这次请假？', words: '取消后可以重新安排。', confirmText: '取消请假', cancelText: '不取消' }
    if (!(await ask(question))) return
    end.mutate({ leave: null }, { onSuccess: () => toast(isUnderWay ? '已销假，欢迎回来' : '已取消请假') })
  }
  return (
    <Card title="我的请假" extra={<Tag tone={isUnderWay ? 'warn' : 'info'}>{isUnderWay ? '请假中' : '还没开始'}</Tag>}>
      {end.error && (
        <Banner tone="danger" urgent>
          {end.error.message}
        </Banner>
      )}
      <Facts
        items={[
          { label: '从', value: dateWords(leave.from, today) },
          { label: '到', value: `${dateWords(leave.to, today)}（含当天）` },
          { label: '代班人', value: leave.standInName },
        ]}
      />
      <View className="leave-end">
        <Button block tone="secondary" loading={end.isPending} onPress={() => void stop()}>
          {isUnderWay ? '提前销假' : '取消请假'}
        </Button>
      </View>
      {dialog}
    </Card>
  )
}
