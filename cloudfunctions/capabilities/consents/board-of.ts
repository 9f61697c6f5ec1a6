import { isOpen, type Consent, type ConsentResult } from '@/shared/domain/consents/consent'
import type { HeadGroup } from '@/shared/domain/consents/panel'
import type { ConsentTally } from '@/shared/domain/consents/tally'
import { boardView, countedBoard } from '@/shared/domain/consents/views'
import type { ReadStore } from '../../store/store'

type Row = { _id: { headKey: string; isAnswered: boolean; isAgree: string }; units: number }

/** Units that are one head, by how many of them have answered and agree. One request, none where there are no such or nobody may see. */
const groupsOf = async (store: ReadStore, consent: Consent, now: number): Promise<HeadGroup[]> => {
  const { _id, groups } = consent
  if (groups.length === 0 || isOpen(consent, now)) return []
  const rows = (await store.aggregate('consentHouseholds', { consentId: _id, headKey: { after: '' } }, [
    { group: { _id: { headKey: '$headKey', isAnswered: '$isAnswered', isAgree: '$status' }, units: { $sum: 1 } } },
  ])) as Row[]
  const found = new Map<string, HeadGroup>()
  for (const { _id: of, units } of rows) {
    const { answered, agree } = found.get(of.headKey) ?? { answered: 0, agree: 0 }
    found.set(of.headKey, {
      answered: answered + (of.isAnswered ? units : 0),
      agree: agree + (of.isAgree === 'agree' ? units : 0),
    })
  }
  return [...found.values()]
}

/** The figures of a consent: what was counted once it has been, the running sums before. At most three requests, however many households. */
export const boardOf = async (
  store: ReadStore,
  consent: Consent,
  now: number,
): Promise<{ board: ReturnType<typeof boardView>; tallies: ConsentTally[]; counted: ConsentResult | null }> => {
  const isCounted = consent.state === 'counted' || consent.state === 'published'
  const [tallies, groups, counted] = await Promise.all([
    store.consentTallies.list({ where: { consentId: consent._id }, orderBy: [['order', 'asc']], limit: 1000 }),
    groupsOf(store, consent, now),
    isCounted ? store.consentResults.get(consent._id) : null,
  ])
  return { board: counted ? countedBoard(counted) : boardView(consent, tallies, groups, now), tallies, counted }
}
