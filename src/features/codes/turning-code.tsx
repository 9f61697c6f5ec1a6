import { useEffect } from 'react'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { ShownCode } from './shown-code'

interface Props {
  code: { scan: string; digits: string; changesAt: string }
  /** When the code was read. */
  now: string
  label: string
  /** Who is to scan it. */
  who: string
  onStale: () => void
}

/** Never asked for more often than this, should a clock be off. */
const restMs = 2000

/** The code to hold up where people gather: a picture to scan, six digits to type, new every half minute. */
export function TurningCode({ code, now, label, who, onStale }: Props) {
  useEffect(() => {
    const left = Date.parse(code.changesAt) - Date.parse(now)
    const timer = setTimeout(onStale, Math.max(restMs, left))
    return () => clearTimeout(timer)
  }, [code.changesAt, now, onStale])
  return (
    <Section title="签到码" note={`请${who}扫码，或输入六位数字。每半分钟换一次，截图无效。`}>
      <Card>
        <ShownCode scan={code.scan} label={label} typed={code.digits} />
      </Card>
    </Section>
  )
}
