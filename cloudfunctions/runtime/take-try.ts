import { oneMoreTry, type Tried } from '@/shared/kernel/tries'
import type { Collection } from '../store/store'

type Remembered = Tried & { readonly _id: string }

/** Of so many tries at once that this often another was quicker, the rest are too many. */
const roundsMax = 5

/**
 * Counts one more try before the code is looked at, and answers whether it may be looked at. Outside the transaction, because what a
 * refusal writes is undone; by a condition on what was read, so that of tries at once each counts.
 */
export const takeTry = async (
  documents: Pick<Collection<Remembered>, 'get' | 'updateWhere'>,
  remembered: Remembered,
  now: number,
): Promise<boolean> => {
  let known: Remembered | null = remembered
  for (let round = 0; round < roundsMax && known; round++) {
    const next = oneMoreTry(known, now)
    if (!next) return false
    const { _id, tries = null, triedSince = null } = known
    if ((await documents.updateWhere({ _id, tries, triedSince }, next)) === 1) return true
    known = await documents.get(_id)
  }
  return false
}

/** Gives the last try back, which was no guess. */
export const giveTryBack = (
  documents: Pick<Collection<Remembered>, 'increment'>,
  rememberedId: string,
): Promise<Remembered | null> => documents.increment({ _id: rememberedId, tries: { after: 0 } }, 'tries', -1)
