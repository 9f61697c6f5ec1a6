import { exactWords } from '@/features/issues/time-words'
import { yuanWords } from '@/shared/kernel/money'
import { Paper } from '@/ui/paper'
import { amountsOf, reckoningOf, type MyShare } from './words'

/** The statement on paper, as a household files it: what is due, how it comes about, and every slip. */
export function StatementPaper({ mine }: { mine: MyShare }) {
  const { title, building, share, payments, treasurerName, now } = mine
  return (
    <Paper
      title="居民自筹对账单"
      under={`${title} · ${building}${share.label}`}
      facts={[...amountsOf(share), ...reckoningOf(mine), { label: '经办人', value: treasurerName }]}
      parts={[
        payments.length === 0
          ? { title: '回单', text: '还没有入账的回单。' }
          : {
              title: '回单',
              table: {
                heads: ['日期', '种类', '金额', '回单编号', '说明'],
                whole: [0, 1, 2],
                rows: payments.map(({ paidOn, kind, fen, slipNumber, reason, isVoid }) => [
                  paidOn,
                  kind === 'paid' ? '缴款' : '退款',
                  `${kind === 'paid' ? '' : '-'}${yuanWords(fen)}`,
                  slipNumber,
                  [isVoid && '已作废，不计入', reason].filter(Boolean).join('，'),
                ]),
              },
            },
      ]}
      foot={`${exactWords(now)} 打印`}
    />
  )
}
