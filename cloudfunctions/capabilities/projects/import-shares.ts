import type { projects } from '@/shared/contracts/projects'
import { isTreasurer } from '@/shared/domain/projects/funding'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { readShareFile } from './share-file'

/** Brings areas, amounts and exemptions from a table, whole or not at all. The same table again writes nothing. */
export const importShares: Handler<typeof projects.importShares> = async (input, context) => {
  const { actor, now, transact } = context
  const read = await readShareFile(input, context)
  if (isRefusal(read)) return read
  const { funding, problems, count, changed, changedBuildings, sumFen } = read
  if (problems.length > 0)
    return refuse('SHARE_ROWS_WRONG', Object.fromEntries(problems.map(({ cell, sentence }) => [cell, sentence])))
  return transact(async (tx) => {
    const still = await tx.fundings.get(funding._id)
    if (!still || !isTreasurer(still, actor)) return refuse('NOT_FOUND')
    if (still.state === 'open') return refuse('FUNDING_ALREADY_OPEN')
    if (still.updatedAt !== funding.updatedAt) return refuse('CONFLICT')
    if (changed > 0) {
      await tx.fundings.put({ ...funding, updatedAt: toInstant(now) })
      for (const building of changedBuildings) await tx.buildingShares.put(building)
    }
    return { count, changed, isChanged: changed > 0, sumFen }
  })
}
