import { checkOf } from '@/shared/domain/issues/content-check'
import type { Issue } from '@/shared/domain/issues/issue'
import type { CheckTrace } from '@/shared/domain/issues/check-trace'
import type { Notice } from '@/shared/domain/notices/notice'
import { isAway } from '@/shared/domain/organization/leave'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Store } from '../../store/store'

/** Whoever of the duty post is there today and is not whom the issue is about. */
const dutyPersonOf = async (
  { communityId, aboutPersonId }: Issue,
  store: Store,
  now: number,
): Promise<string | null> => {
  const community = await store.communities.get(communityId)
  const ids = (community?.dutyPersonIds ?? []).filter((id) => id !== aboutPersonId)
  const people = ids.length > 0 ? await store.persons.list({ where: { _id: { in: ids } } }) : []
  const present = people.filter((person) => !isAway(person, dayOf(now))).map(({ _id }) => _id)
  return ids.find((id) => present.includes(id)) ?? null
}

const inReview = (issue: Issue): boolean => checkOf(issue).held.some(({ verdict }) => verdict === 'review')

const noticeFor = (issue: Issue, recipientId: string, now: number): Notice => ({
  _id: `check:${issue._id}:${checkOf(issue).round}`,
  communityId: issue.communityId,
  recipientId,
  title: `请看一看 · ${issue.code}`,
  text: '自动内容检测拿不准这件事的文字或照片能不能公开，请您看一看后决定。',
  subject: { kind: 'issue', id: issue._id },
  createdAt: toInstant(now),
  isRead: false,
})

/**
 * Writes what the content check changed in an issue, with the questions it led to. When something waits for a person from now on, somebody
 * present on the duty post is told, once a round. Nothing is written when `change` answers the issue as it was.
 */
export const saveChecked = async (
  store: Store,
  issueId: string,
  change: (issue: Issue) => Issue,
  now: number,
  traces: readonly CheckTrace[] = [],
): Promise<boolean> => {
  const write = (dutyPersonId: string | null) =>
    store.transact(async (tx) => {
      const before = await tx.issues.get(issueId)
      if (!before) return { isChanged: false, toTell: null }
      const after = change(before)
      const isNew = inReview(after) && !inReview(before)
      if (isNew && dutyPersonId === null) return { isChanged: false, toTell: after }
      if (after !== before) await tx.issues.put(after)
      for (const trace of traces) await tx.checkTraces.put(trace)
      const notice = isNew && dutyPersonId ? noticeFor(after, dutyPersonId, now) : null
      if (notice && !(await tx.notices.get(notice._id))) await tx.notices.create(notice)
      return { isChanged: after !== before, toTell: null }
    })
  const first = await write(null)
  if (!first.toTell) return first.isChanged
  // Nobody on duty at all is no reason to lose an answer.
  return (await write((await dutyPersonOf(first.toTell, store, now)) ?? first.toTell.contact.personId)).isChanged
}
