import type { issues } from '@/shared/contracts/issues'
import { countedMax, countedOf, type Counted } from '@/shared/kernel/counted'
import { refuse } from '@/shared/kernel/decision'
import { deskParts } from '@/shared/kernel/desk-parts'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import type { Where } from '../../store/store'
import { deskWhere, partsOf } from './desk-where'
import { watchedBy } from './watched'

/** How many wait in each part, as far as is counted: one count a part, side by side, each by the very condition of its list. */
export const countDesk: Handler<typeof issues.countDesk> = async (_input, { actor, now, store }) => {
  const watched = watchedBy(actor)
  if (!watched) return refuse('FORBIDDEN')
  const parts = partsOf(deskParts, actor)
  const counted = async (where: Where): Promise<Counted> =>
    countedOf(await store.issues.countUpTo(where, countedMax + 1))
  const [open, counts] = await Promise.all([
    counted({ ...watched, isOpen: true, aboutPersonId: { not: actor.personId } }),
    Promise.all(parts.map(async (part) => ({ part, ...(await counted(deskWhere({ part }, actor, now)!)) }))),
  ])
  return { parts: counts, open: open.count, isOpenMore: open.isMore, now: toInstant(now) }
}
