import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import type { InputKind } from '@/ui/field-parts'
import { useScan } from './use-scan'
import type { ScanAsked } from './use-scan.types'
import './code-entry.scss'

type Props = {
  asked: ScanAsked
  /** How long a typed code is, and what it is cleaned of while it is typed. */
  length: number
  clean: (typed: string) => string
  kind?: InputKind
  placeholder: string
  /** What the button does with a typed code: 签到 */
  action: string
  /** Hands the code over; what it throws is said beside the field. */
  send: (code: string) => Promise<void>
}

/** Giving a code: by a scan, or by typing it, the one as good as the other. */
export function CodeEntry({ asked, length, clean, kind = 'text', placeholder, action, send }: Props) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const [scan, sheet] = useScan(asked)
  const give = async (given: string) => {
    setProblem(undefined)
    setWorking(true)
    try {
      await send(given)
    } catch (error) {
      setProblem((error as CallError).message)
    } finally {
      setWorking(false)
    }
  }
  const scanned = async () => {
    setProblem(undefined)
    const found = await scan()
    if (found !== null) await give(found)
  }
  return (
    <Card>
      <View className="code-entry-scan">
        <Button block icon="scan" loading={isWorking} onPress={() => void scanned()}>
          {asked.title}
        </Button>
      </View>
      <Field
        label={asked.typed}
        kind={kind}
        value={code}
        maxLength={length}
        placeholder={placeholder}
        error={problem}
        onChange={(typed) => {
          // A Chinese keyboard types its own wide digits and letters.
          setCode(clean(typed.normalize('NFKC')).slice(0, length))
          setProblem(undefined)
        }}
      />
      <Button
        block
        tone="secondary"
        disabled={code.length !== length}
        reason={`先输入${asked.typed}`}
        loading={isWorking}
        onPress={() => void give(code)}
      >
        {action}
      </Button>
      {sheet}
    </Card>
  )
}
