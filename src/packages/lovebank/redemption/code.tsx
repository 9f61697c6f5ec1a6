import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useCommand } from '@/client/hooks'
import { ShownCode } from '@/features/codes/shown-code'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { useSecondsLeft } from './use-seconds-left'

/** While a code is up the page asks now and then whether it has been used. */
const lookMs = 5000

const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** The code to hold up at the counter: a picture to scan, eight characters to read out, good for a while. */
export function Code({ id, onLook }: { id: string; onLook: () => void }) {
  const command = useCommand('redemptions.showCode')
  const [problem, setProblem] = useState<string>()
  const shown = command.data
  const left = useSecondsLeft(shown)
  const isUp = shown !== undefined && left > 0
  useEffect(() => {
    if (!isUp) return undefined
    const timer = setInterval(onLook, lookMs)
    return () => clearInterval(timer)
  }, [isUp, onLook])
  const show = () => {
    setProblem(undefined)
    command.mutate({ id }, { onError: (error) => setProblem(error.message) })
  }
  return (
    <Section title="领取码" note="到服务中心再出示，给工作人员扫码或念八位码。出示以后要尽快用，换新的以后旧的作废。">
      <Card>
        {problem && <Banner tone="danger">{problem}</Banner>}
        {isUp && (
          <ShownCode
            scan={shown.scan}
            label="领取二维码"
            typed={shown.typed}
            grouped={`${shown.typed.slice(0, 4)} ${shown.typed.slice(4)}`}
          >
            <View className="redemption-code-left">{`还有 ${clockOf(left)} 有效`}</View>
          </ShownCode>
        )}
        {shown && !isUp && <Banner tone="warn">刚才的码已过期，请重新出示。</Banner>}
        <Button
          block
          tone={isUp ? 'secondary' : 'primary'}
          icon={isUp ? 'refresh' : 'scan'}
          loading={command.isPending}
          onPress={show}
        >
          {isUp ? '换一个新码' : '出示领取码'}
        </Button>
      </Card>
    </Section>
  )
}
