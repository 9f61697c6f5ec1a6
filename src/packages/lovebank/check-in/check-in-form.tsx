import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { keepAndSend } from '@/client/check-ins'
import { measureMe } from '@/client/position'
import { doubtOf, type SessionDetail } from '@/features/activities/words'
import { toInstant } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'
import { canScan, scanCode } from './scan'

const companies = [
  { value: 'withChildren', label: '我和孩子' },
  { value: 'self', label: '只有我' },
  { value: 'childrenOnly', label: '只有孩子' },
] as const
type Company = (typeof companies)[number]['value']

/** A scan where the phone can, six digits everywhere, and a way without either, which somebody else has to agree to. */
export function CheckInForm({ session }: { session: SessionDetail }) {
  const hasChildren = (session.mine?.children ?? 0) > 0
  const [who, setWho] = useState<Company>(hasChildren ? 'withChildren' : 'self')
  const [digits, setDigits] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)

  const send = async (code: string | null) => {
    setProblem(undefined)
    setWorking(true)
    try {
      const scannedAt = toInstant(Date.now())
      const found = await measureMe()
      const position =
        found.kind === 'found' && found.accuracyMeters !== undefined
          ? { point: found.point, accuracyMeters: found.accuracyMeters }
          : null
      const input = { id: session.id, code, position, scannedAt, who }
      const answer = await keepAndSend(session.title, { act: 'in', input })
      if (!answer) return toast('网络不通，签到存在手机里，联网后自动提交')
      toast(answer.waitsFor ? `已签到，${doubtOf(answer)}，等人确认` : '签到好了')
    } catch (error) {
      setProblem((error as CallError).message)
    } finally {
      setWorking(false)
    }
  }
  const scanned = async () => {
    const code = await scanCode()
    if (code) await send(code)
  }
  return (
    <Section title="签到" note="会核对您在不在现场；只在签到这一刻取一次位置。不同意取位置也能签，由带队人确认。">
      <Card>
        {hasChildren && <Choice label="谁来了" options={companies} value={who} onChange={setWho} />}
        {problem && (
          <Banner tone="danger" urgent>
            {problem}
          </Banner>
        )}
        {canScan && (
          <Button block icon="scan" loading={isWorking} onPress={() => void scanned()}>
            扫带队人的签到码
          </Button>
        )}
        <Field
          label="六位数字"
          kind="number"
          value={digits}
          maxLength={6}
          placeholder="带队人屏幕上的数字"
          onChange={(typed) => {
            setDigits(typed.replace(/\D/g, '').slice(0, 6))
            setProblem(undefined)
          }}
        />
        <Button
          block
          tone={canScan ? 'secondary' : 'primary'}
          disabled={digits.length !== 6}
          reason="先输入带队人屏幕上的六位数字"
          loading={isWorking}
          loadingText="正在核对…"
          onPress={() => void send(digits)}
        >
          签到
        </Button>
        <View>
          <Button block tone="ghost" size="small" onPress={() => void send(null)}>
            没有码，先记荣誉时长
          </Button>
        </View>
      </Card>
    </Section>
  )
}
