import { areaWords } from '@/features/projects/words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { yuanWords } from '@/shared/kernel/money'
import { shareRuleNames } from '@/shared/kernel/projects'

export type MyShare = OutputOf<ContractOf<'projects.getMyShare'>>

interface Fact {
  label: string
  value: string
}

/** How the amount comes about, as somebody can check it with a pencil. */
const sumWords: Record<MyShare['rule'], (mine: MyShare) => string> = {
  household: ({ totalFen, base }) => `${yuanWords(totalFen)} ÷ ${base.households} 户`,
  area: ({ totalFen, base, share }) =>
    `${yuanWords(totalFen)} × ${areaWords(share.areaHundredths)} ÷ ${areaWords(base.areaHundredths)}`,
  manual: () => '由业主逐户商定',
}

/** Where a household stands, said to itself and to whoever keeps the money. */
export const standings: Record<MyShare['standing'], { title: string; keptTitle: string; tone: 'success' | 'info' }> = {
  exempt: { title: '您家免缴', keptTitle: '这户免缴', tone: 'success' },
  paid: { title: '您家已经缴齐，谢谢', keptTitle: '这户已经缴齐', tone: 'success' },
  due: { title: '方便的时候缴就可以', keptTitle: '这户还没有缴齐', tone: 'info' },
}

/** What is due and what came of it; nothing that is nought beside the two that every household has. */
export const amountsOf = (share: MyShare['share']): Fact[] => [
  { label: '应缴', value: yuanWords(share.dueFen) },
  { label: '已缴', value: yuanWords(share.paidFen) },
  ...(share.balanceFen > 0 ? [{ label: '还差', value: yuanWords(share.balanceFen) }] : []),
  ...(share.balanceFen < 0 ? [{ label: '多缴待退', value: yuanWords(-share.balanceFen) }] : []),
  ...(share.refundedFen > 0 ? [{ label: '已经退款', value: yuanWords(share.refundedFen) }] : []),
  ...(share.exemptFor ? [{ label: '免缴原因', value: share.exemptFor }] : []),
]

/** Freed before the sum was shared out, so that it stands in no sum; whoever was freed later bears a share that is not asked for. */
const isLeftOut = ({ exemptFor, plannedFen }: MyShare['share']): boolean => exemptFor !== null && plannedFen === 0

/** How the share comes about, the residue with it. */
export const reckoningOf = (mine: MyShare): Fact[] => [
  { label: '办法', value: shareRuleNames[mine.rule] },
  { label: '算式', value: isLeftOut(mine.share) ? '分摊前就免缴，由其他户分摊全部' : sumWords[mine.rule](mine) },
  { label: '分摊', value: yuanWords(mine.share.plannedFen) },
  { label: '零头', value: mine.residue },
]
