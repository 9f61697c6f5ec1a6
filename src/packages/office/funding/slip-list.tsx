import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand, usePages } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { ListEnd } from '@/features/paging/list-end'
import { PaymentCells } from '@/features/projects/payment-cells'
import { yuanWords } from '@/shared/kernel/money'
import { CellGroup } from '@/ui/cell'
import { Field } from '@/ui/field'
import { PhotoGrid } from '@/ui/photo-grid'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Slip = { id: string; label: string; fen: number; slipNumber: string; slipUrl: string | null; isVoid: boolean }

/** The slips that were counted, the latest first; a press shows one, and the way to take it out again. */
export function SlipList({ projectId }: { projectId: string }) {
  const pages = usePages('projects.listPayments', { projectId })
  const [chosen, setChosen] = useState<string>()
  const payments = (pages.data?.pages ?? []).flatMap((page) => page.payments)
  const one = payments.find(({ id }) => id === chosen)
  if (payments.length === 0) return null
  return (
    <View>
      <CellGroup title="入账的回单" note="点按看照片、作废">
        <PaymentCells payments={payments} onPress={setChosen} />
      </CellGroup>
      <ListEnd pages={pages} />
      {one && <SlipSheet slip={one} onClose={() => setChosen(undefined)} />}
    </View>
  )
}

function SlipSheet({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  const { id, label, fen, slipNumber, slipUrl, isVoid } = slip
  const [reason, setReason] = useState('')
  const command = useCommand('projects.voidPayment')
  const send = () =>
    command.mutate(
      { id, reason },
      {
        onSuccess: () => {
          toast('已作废，这张回单可以重新入账')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={`${label} ${yuanWords(fen)}`}
      onClose={onClose}
      actions={
        isVoid ? undefined : (
          <Submit
            words="作废这一笔"
            danger
            busy={command.isPending}
            problem={problemOf(command.error)}
            disabled={reason.trim() === ''}
            reason="录错了才作废，请填写原因"
            onPress={send}
          />
        )
      }
    >
      <View>
        <View>{`回单编号 ${slipNumber}`}</View>
        {slipUrl && <PhotoGrid label="回单照片" photos={[{ id, src: slipUrl }]} />}
        {!isVoid && (
          <Field
            label="作废原因"
            required
            maxLength={100}
            placeholder="例如：录错了户"
            help="这户的人会收到消息，也看得到原因，别写别家的门牌"
            value={reason}
            error={command.error?.fields.reason}
            onChange={setReason}
          />
        )}
      </View>
    </Sheet>
  )
}
