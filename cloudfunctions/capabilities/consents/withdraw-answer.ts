import type { consents } from '@/shared/contracts/consents'
import { decideWithdraw } from '@/shared/domain/consents/answer'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { logDigest } from '../../runtime/consent-log'
import type { Handler } from '../../runtime/handler'
import { findConsent, findDoor, proprietorsOf, putAfter, readBefore } from './find'

/** A household takes back what it has said, as easily as it said it. */
export const withdrawAnswer: Handler<typeof consents.withdrawAnswer> = async (input, context) => {
  const { actor, now, store, newSecret, transact } = context
  const consent = await findConsent(store, input.id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const door = await findDoor(store, consent, actor, input.link)
  if (isRefusal(door)) return door
  const { household, link } = door
  const proprietorIds = (await proprietorsOf(store, household.householdId)).map(({ personId }) => personId)
  const salt = newSecret()
  return transact(async (tx) => {
    const before = await readBefore(tx, household)
    if (!before) return refuse('NOT_FOUND')
    if (link && before.household.link?.digest !== link.digest) return refuse('LINK_NOT_GOOD')
    const by = { actorId: actor.personId, proprietorIds, isByLink: link !== null }
    const asked = { ...by, reason: input.reason ?? null, salt }
    const after = decideWithdraw(before, asked, { now, digest: logDigest })
    if (isRefusal(after)) return after
    await putAfter(tx, after)
    return { receipt: after.entry.hash, at: after.note.at }
  })
}
