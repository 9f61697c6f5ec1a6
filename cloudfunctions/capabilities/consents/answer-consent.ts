import type { consents } from '@/shared/contracts/consents'
import { decideAnswer, signingFault } from '@/shared/domain/consents/answer'
import { closedFor } from '@/shared/domain/consents/consent'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { logDigest } from '../../runtime/consent-log'
import type { Handler } from '../../runtime/handler'
import { claimPhotos } from '../../runtime/photos'
import { signatureFault } from '../../runtime/signature'
import { findConsent, findDoor, proprietorsOf, putAfter, readBefore } from './find'
import { releaseFiles } from './release-files'

/** A household says what it wants, signed by hand. Of two members at the same moment the first is the signer, and the other is told so. */
export const answerConsent: Handler<typeof consents.answerConsent> = async (input, context) => {
  const { actor, now, store, newId, newSecret, transact } = context
  const consent = await findConsent(store, input.id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const closed = closedFor(consent, now)
  if (closed) return closed
  const door = await findDoor(store, consent, actor, input.link)
  if (isRefusal(door)) return door
  const { household, link } = door
  const proprietorIds = (await proprietorsOf(store, household.householdId)).map(({ personId }) => personId)
  const fault = signingFault({ consent, household }, { actorId: actor.personId, proprietorIds, link }, now)
  if (fault) return fault
  if (link?.as === 'proxy' && input.letterFileIds.length === 0) return refuse('PROXY_LETTER_MISSING')
  const kept = await claimPhotos(
    [input.signatureFileId, ...input.letterFileIds],
    newId('signature'),
    context,
    (bytes, at) => {
      const fault = at === 0 ? signatureFault(bytes) : null
      return fault && refuse(fault)
    },
  )
  if (isRefusal(kept)) return kept
  const files = { fileIds: kept.map(({ fileId }) => fileId), fileDigests: kept.map(({ digest }) => digest) }
  const salt = newSecret()
  const reply = await transact(async (tx) => {
    const before = await readBefore(tx, household)
    if (!before) return refuse('NOT_FOUND')
    if (link && before.household.link?.digest !== link.digest) return refuse('LINK_NOT_GOOD')
    const signed = {
      answer: input.answer,
      actorId: actor.personId,
      actorName: actor.name,
      proprietorIds,
      link,
      files,
      salt,
    }
    const after = decideAnswer(before, signed, { now, digest: logDigest })
    if (isRefusal(after)) return after
    await putAfter(tx, after)
    return { answer: input.answer, receipt: after.entry.hash, at: after.note.at }
  })
  if (isRefusal(reply)) await releaseFiles(files.fileIds, household, context)
  return reply
}
