import type { Person } from '@/shared/domain/organization/records'
import type { Actor } from '@/shared/kernel/actor'
import type { Transaction } from '../../store/store'

/** The caller's own record, inside the transaction that changes it; a newcomer's first command has made theirs by now. */
export const ownRecord = async (tx: Transaction, { personId }: Actor): Promise<Person> => {
  const person = await tx.persons.get(personId)
  if (!person) throw new Error(`no record of the caller ${personId}`)
  return person
}
