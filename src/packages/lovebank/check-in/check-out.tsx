import { useState } from 'react'
import type { CallError } from '@/client/call'
import { keepAndSend } from '@/client/check-ins'
import { worthOf, type SessionDetail } from '@/features/activities/words'
import { toInstant } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'

/** Leaving. Who forgets it is counted to the planned end at most. */
export function CheckOut({ session }: { session: SessionDetail }) {
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const send = async () => {
    setProblem(undefined)
    setWorking(true)
    try {
      const input = { id: session.id, at: toInstant(Date.now()) }
      const answer = await keepAndSend(session.title, { act: 'out', input })
      toast(answer ? ['签退好了', worthOf(answer)].filter(Boolean).join('，') : '网络不通，签退存在手机里')
    } catch (error) {
      setProblem((error as CallError).message)
    } finally {
      setWorking(false)
    }
  }
  return (
    <Section title="签退" note="忘了签退也不要紧，最多算到计划的结束时间。">
      <Card>
        {problem && (
          <Banner tone="danger" urgent>
            {problem}
          </Banner>
        )}
        <Button block loading={isWorking} loadingText="正在签退…" onPress={() => void send()}>
          签退
        </Button>
      </Card>
    </Section>
  )
}
