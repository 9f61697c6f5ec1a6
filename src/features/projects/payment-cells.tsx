import { yuanWords } from '@/shared/kernel/money'
import { Cell } from '@/ui/cell'
import { preview } from '@/ui/preview'
import type { PaymentView } from './words'

type Props = { payments: readonly (PaymentView & { label?: string })[]; onPress?: (id: string) => void }

/** Slips, one a row; a press shows the photo, or whatever the page does with it. */
export function PaymentCells({ payments, onPress }: Props) {
  return (
    <>
      {payments.map((payment) => {
        const { id, kind, fen, slipNumber, slipUrl, paidOn, reason, isVoid, label } = payment
        const open = onPress ? () => onPress(id) : slipUrl ? () => preview(slipUrl, [slipUrl]) : undefined
        const words = [
          `${kind === 'paid' ? '缴款' : '退款'}日期 ${paidOn}`,
          `回单 ${slipNumber}`,
          reason,
          isVoid && '已作废，不计入',
        ]
        return (
          <Cell
            key={id}
            title={label ?? (kind === 'paid' ? '缴款' : '退款')}
            note={words.filter(Boolean).join(' · ')}
            value={`${kind === 'paid' ? '' : '-'}${yuanWords(fen)}`}
            {...(open ? { onPress: open } : {})}
          />
        )
      })}
    </>
  )
}
