import type { residents } from '@/shared/contracts/residents'
import { stay } from '@/shared/domain/residents/leaving'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { ownRecord } from './own-record'

/** The caller stays after all. */
export const keepAccount: Handler<typeof residents.keepAccount> = (_input, { actor, transact }) =>
  transact(async (tx) => {
    const staying = stay(await ownRecord(tx, actor))
    if (isRefusal(staying)) return staying
    await tx.persons.put(staying)
    return { leavesAt: null }
  })
