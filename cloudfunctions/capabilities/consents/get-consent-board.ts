import type { consents } from '@/shared/contracts/consents'
import { standstillOf } from '@/shared/domain/consents/count'
import { isCounter } from '@/shared/domain/consents/unsealing'
import { headView, isBoardPublic, resultView } from '@/shared/domain/consents/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { boardOf } from './board-of'
import { findConsent, isDesk } from './find'

/** The figures as they stand, from the running sums; after the close those of the recount. */
export const getConsentBoard: Handler<typeof consents.getConsentBoard> = async ({ id }, { actor, now, store }) => {
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const forDesk = isDesk(actor)
  if (consent.state === 'opening') return refuse('CONSENT_NOT_OPEN')
  if (!forDesk && !isBoardPublic(consent)) return refuse('CONSENT_PROGRESS_WITHHELD')
  const { board, tallies, counted } = await boardOf(store, consent, now)
  const total = (of: (tally: (typeof tallies)[number]) => number) =>
    forDesk ? tallies.reduce((sum, tally) => sum + of(tally), 0) : null
  const isShown = forDesk || consent.state === 'published'
  return {
    ...headView(consent, now),
    board,
    isDesk: forDesk,
    isCounter: isCounter(consent, actor),
    counterNames: consent.counters.map(({ name }) => name),
    contacted: total(({ contacted }) => contacted),
    unreachable: total(({ unreachable }) => unreachable),
    standstill: forDesk && consent.state === 'open' ? standstillOf(board.curve, consent, now) : null,
    conflicts: total(({ conflicts }) => conflicts),
    result: counted && isShown ? resultView(counted) : null,
    now: toInstant(now),
  }
}
