import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { codePicture } from '@/features/codes/code-picture'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { Picture } from '@/ui/picture'

export type Roster = OutputOf<ContractOf<'activities.getRoster'>>
type Props = { code: NonNullable<Roster['code']>; now: string; onStale: () => void }

/** Never asked for more often than this, should a clock be off. */
const restMs = 2000

/** The code to hold up: a picture to scan, six digits to type, new every half minute. */
export function Code({ code, now, onStale }: Props) {
  useEffect(() => {
    const left = Date.parse(code.changesAt) - Date.parse(now)
    const timer = setTimeout(onStale, Math.max(restMs, left))
    return () => clearTimeout(timer)
  }, [code.changesAt, now, onStale])
  return (
    <Section title="签到码" note="请大家扫码，或输入六位数字。每半分钟换一次，截图无效。">
      <Card>
        <View className="roster-code">
          <Picture src={codePicture(code.scan)} label="活动签到码" className="roster-code-picture" />
          <Text className="roster-code-digits">{code.digits}</Text>
        </View>
      </Card>
    </Section>
  )
}
