import { answerRows } from '@/shared/domain/consents/answer-table'
import { closed, counted, isOpen, type Consent, type ConsentResult } from '@/shared/domain/consents/consent'
import { countedNotice, uncountedNotice } from '@/shared/domain/consents/consent-notices'
import { recount } from '@/shared/domain/consents/recount'
import { sumOf } from '@/shared/domain/consents/seal'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { toInstant } from '@/shared/kernel/time'
import { alteredHouseholds, alteredNotes, logDigest, readRawLog } from '../runtime/consent-log'
import { newSigningKey, signed } from '../runtime/signing'
import { writeSpreadsheet } from '../runtime/write-spreadsheet'
import { doEach, type Job, type JobContext } from './job'

const countedAtOnce = 2
const recountAfterMs = 3_600_000

/** The key a community signs with; made with its first count. */
const signingKeyOf = async (communityId: string, { store, now }: JobContext) => {
  const _id = `key:${communityId}`
  const fresh = newSigningKey()
  return store.transact(async (tx) => {
    const found = await tx.signingKeys.get(_id)
    if (found) return found
    const key = { _id, communityId, ...fresh, createdAt: toInstant(now) }
    await tx.signingKeys.create(key)
    return key
  })
}

/** Recounts from the raw log, writes the export, signs the root. What does not hold in itself is not signed: it throws. */
const count = async (consent: Consent, context: JobContext): Promise<ConsentResult> => {
  const { store, files, now } = context
  const { _id, communityId } = consent
  const tallies = await store.consentTallies.list({
    where: { consentId: _id },
    orderBy: [['order', 'asc']],
    limit: 1000,
  })
  const raw = await readRawLog(store, consent)
  const blocks = new Set(tallies.map(({ blockId }) => blockId))
  const isWhole =
    raw.households.length === consent.households && raw.households.every(({ blockId }) => blocks.has(blockId))
  if (!isWhole)
    throw new Error(`the frozen set of ${_id} is not whole: ${raw.households.length} of ${consent.households}`)
  const altered = alteredNotes(raw)
  if (altered.length > 0) throw new Error(`notes of ${_id} were altered: ${altered.slice(0, 3).join()}`)
  const changed = alteredHouseholds(raw, consent)
  if (changed.length > 0) throw new Error(`households of ${_id} were altered: ${changed.slice(0, 3).join()}`)
  const { text, frameHash, counted } = recount({ consent, blocks: tallies, ...raw }, logDigest)
  const { fault, root } = verifyLog(text, logDigest)
  if (fault) throw new Error(`the log of ${_id} does not hold: line ${fault.line} ${fault.problem}`)
  if (frameHash !== consent.frameHash || root !== counted.root) throw new Error(`the frozen set of ${_id} was altered`)
  const running = sumOf(tallies.map(({ households, counts }) => ({ households, ...counts })))
  const isAsTallied = JSON.stringify(running) === JSON.stringify(sumOf(counted.buildings))
  const { seed, publicKey } = await signingKeyOf(communityId, context)
  const exportFileId = await files.write(`consents/${communityId}/${_id}.jsonl`, Buffer.from(text))
  const table = await writeSpreadsheet('csv', '户意见', answerRows(text))
  const tableFileId = await files.write(`consents/${communityId}/${_id}.csv`, Buffer.from(table))
  const signature = signed(counted.root, seed)
  return {
    _id,
    communityId,
    countedAt: toInstant(now),
    signature,
    publicKey,
    isAsTallied,
    exportFileId,
    tableFileId,
    ...counted,
  }
}

/** A count that failed is made again in an hour, and whoever asked is told once that it did not hold. */
const putOff = (consent: Consent, { store, now }: JobContext) =>
  store.transact(async (tx) => {
    const found = await tx.consents.get(consent._id)
    if (found?.state !== 'closed') return
    await tx.consents.put({ ...found, dueAt: toInstant(now + recountAfterMs) })
    const notice = uncountedNotice(consent, consent.createdBy.personId, now)
    if (!(await tx.notices.get(notice._id))) await tx.notices.create(notice)
  })

/**
 * Ends consents whose time has come, and counts those that have ended long enough ago that no answer is under way any more. A count that
 * fails keeps no other waiting and is made again in an hour; nothing of it is published meanwhile.
 */
export const countConsents: Job = async (context) => {
  const { store, now } = context
  const due = await store.consents.list({
    where: { dueAt: { atMost: toInstant(now) }, state: { in: ['open', 'closed'] } },
    orderBy: [['dueAt', 'asc']],
    limit: countedAtOnce * 10,
  })
  for (const { _id } of due.filter((consent) => consent.state === 'open' && !isOpen(consent, now)))
    await store.transact(async (tx) => {
      const consent = await tx.consents.get(_id)
      if (consent?.state === 'open' && !isOpen(consent, now)) await tx.consents.put(closed(consent, now))
    })
  const countOne = async (consent: Consent): Promise<number> => {
    const result = await count(consent, context)
    return store.transact(async (tx) => {
      const found = await tx.consents.get(consent._id)
      if (found?.state !== 'closed') return 0
      await tx.consents.put(counted(found, now))
      await tx.consentResults.put(result)
      await tx.notices.create(countedNotice(found, found.createdBy.personId, now))
      return 1
    })
  }
  const ended = due.filter(({ state }) => state === 'closed').slice(0, countedAtOnce)
  return { done: await doEach(ended, countOne, (consent) => putOff(consent, context)) }
}
