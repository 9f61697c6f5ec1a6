import Taro from '@tarojs/taro'
import type { Me } from '@/client/me'
import { dateWords } from '@/features/issues/time-words'
import { dayOf } from '@/shared/kernel/time'
import { Banner } from '@/ui/card'

/** So that nobody wonders why nothing comes in, or forgets that something will. */
export function LeaveBanner({ me }: { me: Me }) {
  const { leave } = me.person
  if (!leave) return null
  const today = dayOf(me.now)
  const until = dateWords(leave.to, today)
  const isNow = leave.from <= today
  return (
    <Banner
      tone="warn"
      icon="calendar"
      title={isNow ? `您正在请假，到${until}` : `您从${dateWords(leave.from, today)}起请假，到${until}`}
      action={{ text: '查看或销假', onPress: () => void Taro.navigateTo({ url: '/packages/gridwork/leave/index' }) }}
    >
      {`这段时间由 ${leave.standInName} 代班。`}
    </Banner>
  )
}
