import type { consents } from '@/shared/contracts/consents'
import { standstillOf } from '@/shared/domain/consents/count'
import { isCounter } from '@/shared/domain/consents/unsealing'
import type { ConsentTally } from '@/shared/domain/consents/tally'
import { headView, isBoardPublic, isBoardShownToDesk, resultView } from '@/shared/domain/consents/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { boardOf } from './board-of'
import { findConsent, isDesk } from './find'

/**
 * The figures as they stand, from the running sums; after the close those of the recount. Where progress is withheld until the close, the
 * desk too reads no more than what it can do.
 */
export const getConsentBoard: Handler<typeof consents.getConsentBoard> = async ({ id }, { actor, now, store }) => {
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const forDesk = isDesk(actor)
  if (consent.state === 'opening') return refuse('CONSENT_NOT_OPEN')
  const isWithheld = !isBoardPublic(consent) && !(forDesk && isBoardShownToDesk(consent, now))
  if (isWithheld && !forDesk) return refuse('CONSENT_PROGRESS_WITHHELD')
  const figures = isWithheld ? null : await boardOf(store, consent, now)
  const total = (of: (tally: ConsentTally) => number) =>
    forDesk && figures ? figures.tallies.reduce((sum, tally) => sum + of(tally), 0) : null
  const isResultShown = forDesk || consent.state === 'published'
  return {
    ...headView(consent, now),
    board: figures?.board ?? null,
    isDesk: forDesk,
    isCounter: isCounter(consent, actor),
    counterNames: consent.counters.map(({ name }) => name),
    contacted: total(({ contacted }) => contacted),
    unreachable: total(({ unreachable }) => unreachable),
    standstill: forDesk && figures && consent.state === 'open' ? standstillOf(figures.board.curve, consent, now) : null,
    conflicts: total(({ conflicts }) => conflicts),
    result: figures?.counted && isResultShown ? resultView(figures.counted) : null,
    now: toInstant(now),
  }
}
