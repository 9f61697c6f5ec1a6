import type { consents } from '@/shared/contracts/consents'
import { decidePaper, paperFault } from '@/shared/domain/consents/answer'
import { closedFor } from '@/shared/domain/consents/consent'
import { paperNotice } from '@/shared/domain/consents/consent-notices'
import { consentHouseholdIdOf } from '@/shared/domain/consents/household'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { logDigest } from '../../runtime/consent-log'
import type { Handler } from '../../runtime/handler'
import { claimPhotos } from '../../runtime/photos'
import { findConsent, isContactOf, isDesk, proprietorsOf, putAfter, readBefore } from './find'
import { releaseFiles } from './release-files'

/**
 * Enters a paper that somebody else has signed. Only the household's contact does, who knows what it has said: to anybody else the sums
 * before and after, or a refusal, would tell. The owners hear that a paper was entered.
 */
export const enterPaperAnswer: Handler<typeof consents.enterPaperAnswer> = async (input, context) => {
  const { actor, now, store, newId, newSecret, transact } = context
  const consent = await findConsent(store, input.id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const closed = closedFor(consent, now)
  if (closed) return closed
  const household = await store.consentHouseholds.get(consentHouseholdIdOf(input.id, input.householdId))
  if (!household) return isDesk(actor) ? refuse('HOUSEHOLD_NOT_IN_CONSENT') : refuse('NOT_FOUND')
  if (!isContactOf(household, actor)) return isDesk(actor) ? refuse('PAPER_NOT_CONTACT') : refuse('NOT_FOUND')
  const { answer, signerName, as, witnessName } = input
  const proprietors = await proprietorsOf(store, household.householdId)
  const isOwn = actor.householdId === household.householdId
  const paper = {
    answer,
    signerName,
    as,
    witnessName,
    actorId: actor.personId,
    actorName: actor.name,
    proprietorIds: proprietors.map(({ personId }) => personId),
    isOwn,
  }
  const fault = paperFault({ consent, household }, { ...paper, photos: input.fileIds.length }, now)
  if (fault) return fault
  const kept = await claimPhotos(input.fileIds, newId('paper'), context)
  if (isRefusal(kept)) return kept
  const files = { fileIds: kept.map(({ fileId }) => fileId), fileDigests: kept.map(({ digest }) => digest) }
  const salt = newSecret()
  const key = newId('notice')
  const reply = await transact(async (tx) => {
    const before = await readBefore(tx, household)
    if (!before || !isContactOf(before.household, actor)) return refuse('NOT_FOUND')
    const after = decidePaper(before, { ...paper, files, salt }, { now, digest: logDigest })
    if (isRefusal(after)) return after
    await putAfter(tx, after)
    for (const { personId: recipientId } of proprietors)
      await tx.notices.create(paperNotice(consent, { key, recipientId, now }))
    // Not the hash of the line: whoever held it could find in the export what the household had said before.
    return { label: household.label, at: after.note.at }
  })
  if (isRefusal(reply)) await releaseFiles(files.fileIds, household, context)
  return reply
}
