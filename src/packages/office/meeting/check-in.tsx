import { useCommand } from '@/client/hooks'
import { CodeEntry } from '@/features/scan/code-entry'
import type { ScanAsked } from '@/features/scan/use-scan.types'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'

const asked: ScanAsked = {
  title: '扫会场的签到码',
  typed: '六位数字',
  isWanted: (text) => text.startsWith('meeting:'),
  unwanted: '这不是会议的签到码，请对准会场屏幕上的码',
}

/** Signing in to a meeting by the code shown in the room. */
export function CheckIn({ id }: { id: string }) {
  const command = useCommand('issues.checkInToMeeting')
  const send = async (code: string) => {
    await command.mutateAsync({ id, code })
    toast('签到好了')
  }
  return (
    <Section title="签到">
      <CodeEntry
        asked={asked}
        length={6}
        clean={(typed) => typed.replace(/\D/g, '')}
        kind="number"
        placeholder="会场屏幕上的数字"
        action="签到"
        send={send}
      />
    </Section>
  )
}
