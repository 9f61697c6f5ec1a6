import type { ProjectView } from '@/features/projects/words'
import { yuanWords } from '@/shared/kernel/money'
import { moneySourceNames, shareRuleNames } from '@/shared/kernel/projects'
import { Cell, CellGroup } from '@/ui/cell'

const finalWords = (isFinal: boolean, fen: number | null): string | undefined =>
  isFinal && fen !== null ? `决算 ${yuanWords(fen)}` : undefined

/** How far payment has come, in words that are true between two steps as well. */
const collectedWords = (percent: number | null): { value: string; note?: string } => {
  if (percent === null) return { value: '不公开', note: '户数少，公开了会看出是谁家' }
  if (percent === 100) return { value: '已收齐' }
  return {
    value: percent === 0 ? '刚开始' : `${percent}% 以上`,
    note: '几户一起算一档，看不出哪一户缴没缴',
  }
}

/** Where the money comes from and what it is spent on; of the self-funding how far it has come, never a household. */
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
          <Cell title="总额" value={yuanWords(funding.totalFen)} note={`${funding.households} 户`} />
          <Cell title="已经收到" {...collectedWords(funding.collectedPercent)} />
        </CellGroup>
      )}
    </>
  )
}
