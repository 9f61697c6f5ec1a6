import { useCommand } from '@/client/hooks'
import { Banner } from '@/ui/card'
import { toast } from '@/ui/toast'
import type { Assistance } from './use-assistance'

type Props = { assistance: Assistance; minutesLeft: number }

const toldBy = ({ forName, hasSignedIn }: Assistance): string =>
  hasSignedIn ? `${forName}会收到通知，能看到您写了什么。` : `${forName}还没用过小程序，提交后请当面告诉本人。`

/** For whom one is reporting, for how long still, and the way to end it. */
export function AssistanceBanner({ assistance, minutesLeft }: Props) {
  const end = useCommand('residents.endAssistance')
  const finish = () =>
    end.mutate(
      { id: assistance.id },
      { onSuccess: () => toast('代报已结束'), onError: (error) => toast(error.message) },
    )
  return (
    <Banner
      tone="warn"
      icon="person"
      title={`正在代${assistance.forName}上报，还剩 ${minutesLeft} 分钟`}
      action={{ text: '结束代报', onPress: finish }}
    >
      {`${assistance.householdLabel ?? '没有登记住处'}。${toldBy(assistance)}要连着网络才能替别人提交。`}
    </Banner>
  )
}
