import type { Issue } from '@/shared/domain/issues/issue'
import { isAway } from '@/shared/domain/organization/leave'
import { dayOf } from '@/shared/kernel/time'
import type { QueryContext } from '../../runtime/handler'

/** Whoever of the duty post (值班岗) is there today, where the next step is its own. Never whom the issue is about. */
export const dutyPersonOf = async (
  issue: Pick<Issue, 'aboutPersonId'>,
  { now, store, directory }: Pick<QueryContext, 'now' | 'store' | 'directory'>,
): Promise<string | null> => {
  const ids = (await directory()).community.dutyPersonIds.filter((id) => id !== issue.aboutPersonId)
  const people = ids.length > 0 ? await store.persons.list({ where: { _id: { in: ids } } }) : []
  const present = people.filter((person) => !isAway(person, dayOf(now))).map(({ _id }) => _id)
  return ids.find((id) => present.includes(id)) ?? null
}
