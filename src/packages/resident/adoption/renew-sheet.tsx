import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import type { AdoptionDetail } from '@/shared/contracts/issues/adoption-shapes'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Choice } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

const spans = [
  { days: 90, label: '3 个月' },
  { days: 180, label: '半年' },
  { days: 365, label: '一年' },
]

/** A longer period for the same adopter, counted from the end of this one, or from today once that has passed. */
export function RenewSheet({ adoption, onClose }: { adoption: AdoptionDetail; onClose: () => void }) {
  const today = dayOf(adoption.now)
  const start = adoption.to > today ? adoption.to : today
  const options = spans.map(({ days, label }) => {
    const to = addDays(start, days)
    return { value: to, label, note: `到 ${to}` }
  })
  const [to, setTo] = useState(options[2]!.value)
  const command = useCommand('issues.renewAdoption')
  const send = () =>
    command.mutate(
      { id: adoption.id, to },
      {
        onSuccess: () => {
          toast('已续期，认养人会收到通知')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="续期"
      onClose={onClose}
      actions={<Submit words="续期" busy={command.isPending} problem={command.error?.message} onPress={send} />}
    >
      <Choice label="再认养多久" layout="list" options={options} value={to} onChange={setTo} />
    </Sheet>
  )
}
