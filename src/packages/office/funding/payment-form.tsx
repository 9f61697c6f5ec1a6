import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { useMe } from '@/client/me'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import type { ShareView } from '@/features/projects/words'
import { readYuan, yuanDecimal } from '@/shared/kernel/money'
import { addDays, dayOf } from '@/shared/kernel/time'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = {
  projectId: string
  share: ShareView
  title: string
  kind: 'paid' | 'refunded'
  head: ReactNode
  onClose: () => void
}

/** A slip as it is counted: amount, number, day, photo; for what goes back also why. */
export function PaymentForm({ projectId, share, title, kind, head, onClose }: Props) {
  const now = useMe().data?.now
  const today = now ? dayOf(now) : ''
  const isPaid = kind === 'paid'
  const [amount, setAmount] = useState(isPaid && share.balanceFen > 0 ? yuanDecimal(share.balanceFen) : '')
  const [slipNumber, setNumber] = useState('')
  const [paidOn, setDay] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<CallError | null>(null)
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('result')
  const command = useCommand('projects.recordPayment')
  const fen = readYuan(amount)
  const day = paidOn || today
  const fields = problem?.fields ?? {}
  const isReady =
    fen !== null &&
    fen > 0 &&
    slipNumber.trim() !== '' &&
    day !== '' &&
    (isPaid ? photos.held.length > 0 : reason.trim() !== '')

  const send = async () => {
    if (fen === null) return
    setProblem(null)
    setWorking(true)
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem(new CallError('OFFLINE', '照片没有传上去，请点按照片重试'))
      const [fileId] = fileIds
      await command.mutateAsync({
        projectId,
        householdId: share.householdId,
        kind,
        fen,
        slipNumber,
        paidOn: day,
        ...(fileId ? { fileId } : {}),
        ...(reason.trim() ? { reason } : {}),
      })
      toast(isPaid ? '已入账' : '已登记退款')
      onClose()
    } catch (error) {
      const failed = error as CallError
      setProblem(failed)
      if (failed.code === 'FILE_NOT_YOURS') photos.resend()
    } finally {
      setWorking(false)
    }
  }
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      actions={
        <Submit
          words={isPaid ? '入账' : '登记退款'}
          busy={isWorking}
          problem={problemOf(problem)}
          disabled={!isReady}
          reason={isPaid ? '请填写金额、回单编号，拍下回单' : '请填写金额、回单编号和原因'}
          onPress={() => void send()}
        />
      }
    >
      <View>
        {head}
        <Field
          label="金额（元）"
          required
          maxLength={13}
          value={amount}
          error={fields.fen ?? (amount !== '' && fen === null ? '请写成 1234.56 这样' : undefined)}
          onChange={setAmount}
        />
        <Field
          label="回单编号"
          required
          maxLength={40}
          help="照银行或收款回单填写，同一张回单只能入一次"
          value={slipNumber}
          error={fields.slipNumber}
          onChange={setNumber}
        />
        {today && (
          <DayField
            label={isPaid ? '缴款日期' : '退款日期'}
            required
            value={day}
            from={addDays(today, -730)}
            to={today}
            error={fields.paidOn}
            onChange={setDay}
          />
        )}
        {!isPaid && (
          <Field label="退款原因" required maxLength={100} value={reason} error={fields.reason} onChange={setReason} />
        )}
        <PhotoInput label="回单照片" photos={photos} max={1} required={isPaid} error={fields.fileId} />
      </View>
    </Sheet>
  )
}
