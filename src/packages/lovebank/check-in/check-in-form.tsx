import { useState } from 'react'
import type { CallError } from '@/client/call'
import { keepAndSend } from '@/client/check-ins'
import { measureMe } from '@/client/position'
import { doubtOf, type SessionDetail } from '@/features/activities/words'
import { CodeEntry } from '@/features/scan/code-entry'
import type { ScanAsked } from '@/features/scan/use-scan.types'
import { toInstant } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'

const asked: ScanAsked = {
  title: '扫带队人的签到码',
  typed: '六位数字',
  isWanted: (text) => text.startsWith('session:'),
  unwanted: '这不是活动的签到码，请对准带队人屏幕上的码',
}

const companies = [
  { value: 'withChildren', label: '我和孩子' },
  { value: 'self', label: '只有我' },
  { value: 'childrenOnly', label: '只有孩子' },
] as const
type Company = (typeof companies)[number]['value']

/** A scan or six digits, and a way without either, which somebody else has to agree to. */
export function CheckInForm({ session }: { session: SessionDetail }) {
  const hasChildren = (session.mine?.children ?? 0) > 0
  const [who, setWho] = useState<Company>(hasChildren ? 'withChildren' : 'self')

  const send = async (code: string | null) => {
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
  }
  const sendWithout = () => send(null).catch((error: CallError) => toast(error.message))
  return (
    <Section title="签到" note="会核对您在不在现场；只在签到这一刻取一次位置。不同意取位置也能签，由带队人确认。">
      {hasChildren && <Choice label="谁来了" options={companies} value={who} onChange={setWho} />}
      <CodeEntry
        asked={asked}
        length={6}
        clean={(typed) => typed.replace(/\D/g, '')}
        kind="number"
        placeholder="带队人屏幕上的数字"
        action="签到"
        send={send}
      />
      <Button block tone="ghost" size="small" onPress={() => void sendWithout()}>
        没有码，先记荣誉时长
      </Button>
    </Section>
  )
}
