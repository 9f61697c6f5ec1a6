import type { issues } from '@/shared/contracts/issues'
import { canNoteUpkeep, noteUpkeep as noted } from '@/shared/domain/issues/adoption'
import { adoptionRowOf } from '@/shared/domain/issues/adoption-view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'

/** One note that the duty was done, in a sentence and perhaps with photos. */
export const noteUpkeep: Handler<typeof issues.noteUpkeep> = (input, context) => {
  const { actor, now, newId, transact } = context
  const use = newId('upkeep')
  return transact(async (tx) => {
    const adoption = await tx.adoptions.get(input.id)
    if (!adoption || adoption.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (!canNoteUpkeep(adoption, actor)) return refuse('FORBIDDEN')
    const kept = await claimPhotos(input.fileIds, use, context)
    if (isRefusal(kept)) return kept
    const fileIds = kept.map(({ fileId }) => fileId)
    const next = noted(adoption, { text: input.text, fileIds }, actor, now)
    await tx.adoptions.put(next)
    return adoptionRowOf(next, actor)
  })
}
