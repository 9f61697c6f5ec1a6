import type { lovebank } from '@/shared/contracts/lovebank'
import { changeBetween, totalsOf, type LedgerCheck } from '@/shared/domain/lovebank/ledger-check'
import type { Handler } from '../../runtime/handler'

/** Nights shown; one more is read, because a day is what lies between two of them. */
const nights = 30

const lastOf = (check: LedgerCheck) => {
  const { day, state, accounts, byKind, head, problem, at } = check
  const transfers = byKind.reduce((sum, kind) => sum + kind.transfers, 0)
  return { day, state, accounts, transfers, head, problem, at, ...totalsOf(check) }
}

/** The ledger as the nights have found it; read from what they kept, never by scanning. One request. */
export const getBooks: Handler<typeof lovebank.getBooks> = async (_input, { actor, store }) => {
  const found = await store.ledgerChecks.list({
    where: { communityId: actor.communityId },
    orderBy: [['day', 'desc']],
    limit: nights + 1,
  })
  const sound = found.filter(({ state }) => state === 'sound')
  const [last] = found
  return {
    last: last ? lastOf(last) : null,
    days: sound.slice(0, -1).map((check, at) => ({
      day: check.day,
      ...changeBetween(totalsOf(sound[at + 1]!), totalsOf(check)),
    })),
  }
}
