import type { ProjectView } from '@/features/projects/words'
import { yuanWords } from '@/shared/kernel/money'
import { moneySourceNames, shareRuleNames } from '@/shared/kernel/projects'
import { Cell, CellGroup } from '@/ui/cell'

const finalWords = (isFinal: boolean, fen: number | null): string | undefined =>
  isFinal && fen !== null ? `决算 ${yuanWords(fen)}` : undefined

/** Where the money comes from and what it is spent on; of the self-funding the sums, never a household. */
export function ProjectMoney({ project: { lines, sources, total, funding } }: { project: ProjectView }) {
  const isFinal = lines.some(({ finalFen }) => finalFen !== null)
  return (
    <>
      {lines.length > 0 && (
        <>
          <CellGroup title="钱从哪来" note={`合计 ${yuanWords(total.plannedFen)}`}>
            {sources.map(({ source, plannedFen, finalFen }) => (
              <Cell
                key={source}
                title={moneySourceNames[source]}
                value={yuanWords(plannedFen)}
                note={finalWords(isFinal, finalFen)}
              />
            ))}
          </CellGroup>
          <CellGroup
            title="花到哪去"
            note={isFinal ? `预算 ${yuanWords(total.plannedFen)}，决算 ${yuanWords(total.finalFen)}` : undefined}
          >
            {lines.map(({ name, source, plannedFen, finalFen }, at) => (
              <Cell
                key={at}
                title={name}
                value={yuanWords(plannedFen)}
                note={[moneySourceNames[source], finalWords(isFinal, finalFen)].filter(Boolean).join(' · ')}
              />
            ))}
          </CellGroup>
        </>
      )}
      {funding?.state === 'open' && (
        <CellGroup
          title="居民自筹"
          note={`${shareRuleNames[funding.rule]}，由${funding.treasurerName}经办。各户缴款只有本户和经办人能看到。`}
        >
          <Cell title="总额" value={yuanWords(funding.totalFen)} note={`${funding.sums.households} 户`} />
          <Cell title="已经收到" value={yuanWords(funding.sums.paidFen - funding.sums.refundedFen)} />
          {funding.sums.exemptFen > 0 && <Cell title="免缴" value={yuanWords(funding.sums.exemptFen)} />}
        </CellGroup>
      )}
    </>
  )
}
