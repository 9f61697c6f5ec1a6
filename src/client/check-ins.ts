import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import { call, CallError } from './call'
import { makeRequestId } from './request-id'
import { whoKey } from './session'
import { createShelf, waitingOf, type Kept } from './shelf'

type Input<N extends CapabilityName> = InputOf<ContractOf<N>>
export type Participation = OutputOf<ContractOf<'activities.checkIn'>>

/** A check-in or check-out (签到、签退) that the server may not have yet; the moment it was made goes with it. */
export type CheckIn = Kept & {
  title: string
  made: { act: 'in'; input: Input<'activities.checkIn'> } | { act: 'out'; input: Input<'activities.checkOut'> }
}

const shelf = createShelf<CheckIn, Participation>({
  key: 'kept-check-ins',
  purposeOf: () => 'progress',
  deliver: ({ made, requestId }) =>
    made.act === 'in'
      ? call('activities.checkIn', made.input, requestId)
      : call('activities.checkOut', made.input, requestId),
})

/** Every check-in on this phone. */
export const useCheckIns = shelf.useKept

/** Those of one session, of whoever is here. */
export const checkInsOf = (kept: readonly CheckIn[], sessionId: string): CheckIn[] =>
  kept.filter(({ who, made }) => who === whoKey() && made.input.id === sessionId)

export const waitingCheckIns = (kept: readonly CheckIn[]): CheckIn[] => waitingOf(kept)
export const sendWaitingCheckIns = shelf.sendWaiting
export const dropCheckIn = shelf.drop

/**
 * Checks in or out. It is on the phone before it is sent: null when there is no way to the server now, and it goes out by itself as soon
 * as there is. Throws a `CallError` for a "no", with nothing left on the phone.
 */
export const keepAndSend = async (title: string, made: CheckIn['made']): Promise<Participation | null> => {
  const id = makeRequestId()
  const requestId = makeRequestId()
  shelf.add([{ id, who: whoKey(), state: 'waiting', requestId, photos: [], updatedAt: Date.now(), title, made }])
  try {
    return await shelf.send(id)
  } catch (error) {
    if (error instanceof CallError && (error.isTransient || error.code === 'UNAUTHENTICATED')) return null
    shelf.take(id)
    throw error
  }
}
