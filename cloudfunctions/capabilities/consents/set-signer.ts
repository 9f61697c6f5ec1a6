import type { consents } from '@/shared/contracts/consents'
import { decideSigner } from '@/shared/domain/consents/answer'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { logDigest } from '../../runtime/consent-log'
import type { Handler } from '../../runtime/handler'
import { findConsent, findDoor, proprietorsOf, putAfter, readBefore } from './find'

/** Co-owners name another of them to sign; what was said stays said until that one says otherwise. */
export const setSigner: Handler<typeof consents.setSigner> = async ({ id, personId }, context) => {
  const { actor, now, store, newSecret, transact } = context
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const door = await findDoor(store, consent, actor, undefined)
  if (isRefusal(door))
    return door.refused === 'HOUSEHOLD_NOT_IN_CONSENT' ? refuse(door.refused) : refuse('ANSWER_NOT_PROPRIETOR')
  const owners = await proprietorsOf(store, door.household.householdId)
  const named = owners.find((owner) => owner.personId === personId)
  const to = { personId, name: named?.name ?? '' }
  const proprietorIds = owners.map((owner) => owner.personId)
  const salt = newSecret()
  return transact(async (tx) => {
    const before = await readBefore(tx, door.household)
    if (!before) return refuse('NOT_FOUND')
    const by = { actorId: actor.personId, proprietorIds, salt }
    const after = decideSigner(before, to, by, { now, digest: logDigest })
    if (isRefusal(after)) return after
    await putAfter(tx, after)
    return { signerName: to.name }
  })
}
