import type { residents } from '@/shared/contracts/residents'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { ownRecord } from './own-record'

/** Keeps, changes or forgets the caller's own number; consent to show it ends with the number. */
export const setPhone: Handler<typeof residents.setPhone> = ({ phone, isShared }, { actor, now, transact }) =>
  transact(async (tx) => {
    const { phone: _before, phoneConsent, ...person } = await ownRecord(tx, actor)
    const isGiven = phone !== null && isShared
    const consent =
      phoneConsent?.isGiven === isGiven || (!phoneConsent && !isGiven) ? phoneConsent : { isGiven, at: toInstant(now) }
    await tx.persons.put({
      ...person,
      ...(phone === null ? {} : { phone }),
      ...(consent ? { phoneConsent: consent } : {}),
    })
    return { phone, isShared: isGiven }
  })
