import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'
import { canScan, scan } from './scan'

/** Signing in: by a scan where the phone can, by six digits everywhere. */
export function CheckIn({ id }: { id: string }) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const command = useCommand('issues.checkInToMeeting')
  const send = async (given: string) => {
    setProblem(undefined)
    try {
      await command.mutateAsync({ id, code: given })
      toast('签到好了')
    } catch (error) {
      setProblem((error as CallError).message)
    }
  }
  const scanned = async () => {
    const found = await scan()
    if (found) await send(found)
  }
  return (
    <Section title="签到">
      <Card>
        {canScan && (
          <View className="meeting-scan">
            <Button block icon="scan" loading={command.isPending} onPress={() => void scanned()}>
              扫会场的签到码
            </Button>
          </View>
        )}
        <Field
          label="六位数字"
          kind="number"
          value={code}
          maxLength={6}
          placeholder="会场屏幕上的数字"
          error={problem}
          onChange={(typed) => {
            setCode(typed.replace(/\D/g, '').slice(0, 6))
            setProblem(undefined)
          }}
        />
        <Button
          block
          tone={canScan ? 'secondary' : 'primary'}
          disabled={code.length !== 6}
          reason="先输入会场显示的六位数字"
          loading={command.isPending}
          onPress={() => void send(code)}
        >
          签到
        </Button>
      </Card>
    </Section>
  )
}
