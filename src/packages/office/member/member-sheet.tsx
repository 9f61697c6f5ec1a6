import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Owner = { kind: 'person' | 'family'; ownerId: string }

/** What staff do to an account; each with a reason that its owner reads. */
export type Deed =
  | { what: 'adjust'; owner: Owner }
  | { what: 'suspend'; owner: Owner; isSuspended: boolean }
  | { what: 'reverse'; id: string; title: string }

const ways = [
  { value: 'up', label: '增加' },
  { value: 'down', label: '减少' },
] as const

const titleOf = (deed: Deed): string => {
  if (deed.what === 'adjust') return '更正积分'
  if (deed.what === 'reverse') return `冲正：${deed.title}`
  return deed.isSuspended ? '暂停账户' : '恢复账户'
}

/** A reason, for a correction also how much; nothing is sent without one. */
export function MemberSheet({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  const [way, setWay] = useState<'up' | 'down'>('up')
  const [points, setPoints] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<CallError | null>(null)
  const adjust = useCommand('lovebank.adjustPoints')
  const reverse = useCommand('lovebank.reverseTransfer')
  const suspend = useCommand('lovebank.setSuspension')
  const halfPoints = Math.round(Number(points) * 2)
  const isWhole = points !== '' && Number.isSafeInteger(Number(points) * 2) && halfPoints > 0
  const isReady = reason.trim() !== '' && (deed.what !== 'adjust' || isWhole)
  const carryOut = () => {
    if (deed.what === 'reverse') return reverse.mutateAsync({ id: deed.id, reason })
    if (deed.what === 'suspend') return suspend.mutateAsync({ ...deed.owner, isSuspended: deed.isSuspended, reason })
    return adjust.mutateAsync({ ...deed.owner, halfPoints: way === 'up' ? halfPoints : -halfPoints, reason })
  }
  const send = async () => {
    setProblem(null)
    try {
      await carryOut()
      toast('已办理，本人会收到通知')
      onClose()
    } catch (error) {
      setProblem(error as CallError)
    }
  }
  return (
    <Sheet
      open
      title={titleOf(deed)}
      onClose={onClose}
      actions={
        <Submit
          words="确定"
          busy={adjust.isPending || reverse.isPending || suspend.isPending}
          problem={problemOf(problem)}
          disabled={!isReady}
          reason={deed.what === 'adjust' ? '请填写积分（0.5 的整数倍）和原因' : '请写明原因'}
          onPress={() => void send()}
        />
      }
    >
      <View>
        {deed.what === 'adjust' && (
          <>
            <Choice label="增加还是减少" options={ways} value={way} onChange={setWay} />
            <Field
              label="多少分"
              required
              maxLength={7}
              placeholder="例如 1.5"
              value={points}
              error={problem?.fields.halfPoints}
              onChange={(typed) => setPoints(typed.replace(/[^\d.]/g, ''))}
            />
          </>
        )}
        <Field
          label="原因"
          kind="lines"
          required
          maxLength={200}
          help="本人在通知和明细里会看到"
          value={reason}
          error={problem?.fields.reason}
          onChange={setReason}
        />
      </View>
    </Sheet>
  )
}
