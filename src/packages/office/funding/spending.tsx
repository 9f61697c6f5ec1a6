import { useCommand } from '@/client/hooks'
import { yuanWords } from '@/shared/kernel/money'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { FundingView } from './views'

type Props = { projectId: string; spending: NonNullable<FundingView['spending']>; collectedFen: number }

/** What the final account spends of what households paid, for whoever keeps it to confirm; the desk publishes nothing before. */
export function Spending({ projectId, spending: { fen, isCovered, isConfirmed }, collectedFen }: Props) {
  const [ask, dialog] = useConfirm()
  const command = useCommand('projects.confirmSpending')
  const sums = `决算用掉居民自筹 ${yuanWords(fen)}，实收 ${yuanWords(collectedFen)}`
  const confirm = async () => {
    if (
      !(await ask({
        title: `确认用掉 ${yuanWords(fen)}？`,
        words: `${sums}。确认以后社区可以公布决算。`,
        confirmText: '确认',
      }))
    )
      return
    command.mutate(
      { projectId, fen },
      { onSuccess: () => toast('已确认，社区可以公布决算了'), onError: (error) => toast(error.message) },
    )
  }
  if (isConfirmed) return <Banner tone="success" title="决算您已经确认">{`${sums}。`}</Banner>
  if (!isCovered)
    return (
      <Banner tone="danger" title="决算比实收的多，不能确认">
        {`${sums}。请社区核对决算，或等缴款、回单都入了账再看。`}
      </Banner>
    )
  return (
    <>
      <Banner tone="warn" title="请您确认决算">
        {`${sums}。社区看不到实收多少，等您确认才能公布决算。`}
      </Banner>
      <Button block loading={command.isPending} onPress={() => void confirm()}>
        确认决算
      </Button>
      {dialog}
    </>
  )
}
