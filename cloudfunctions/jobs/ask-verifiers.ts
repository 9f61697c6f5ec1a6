import { isWaitingForVerifier } from '@/shared/domain/issues/waiting-for-verifier'
import { isAway } from '@/shared/domain/organization/leave'
import type { Issue } from '@/shared/domain/issues/issue'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { batchSize, type Job, type JobContext } from './job'

const sentenceFor = (issue: Issue): string =>
  issue.isSampled
    ? '这件随手解决的事抽中了核查，请看一看是否真的解决。'
    : '这件事的处理结果还没有得到上报人的答复，请您核查后确认或退回。'

/** Whoever of the duty post is there today, did not bring the result and is not whom it is about; null leaves it to the next run. */
const verifierOf = async (
  { communityId, fixerId, aboutPersonId }: Issue,
  { store, now }: JobContext,
): Promise<string | null> => {
  const community = await store.communities.get(communityId)
  const ids = (community?.dutyPersonIds ?? []).filter((id) => id !== fixerId && id !== aboutPersonId)
  const people = ids.length > 0 ? await store.persons.list({ where: { _id: { in: ids } } }) : []
  const present = people.filter((person) => !isAway(person, dayOf(now))).map(({ _id }) => _id)
  return ids.find((id) => present.includes(id)) ?? null
}

/**
 * Passes a result whose reporter stays silent, or that was drawn for a check, to somebody present on the community's duty post,
 * once: the notice's id follows from the issue and its submission.
 */
export const askVerifiers: Job = async (context) => {
  const { store, now } = context
  let done = 0
  let after = ''
  for (;;) {
    const found = await store.issues.list({
      where: { state: 'verifying', _id: { after } },
      orderBy: [['_id', 'asc']],
      limit: batchSize,
    })
    for (const issue of found.filter((one) => isWaitingForVerifier(one, now))) {
      const verifierId = await verifierOf(issue, context)
      if (!verifierId) continue
      const _id = `verify:${issue._id}:${Date.parse(issue.submittedAt ?? issue.updatedAt)}`
      const asked = await store.transact(async (tx) => {
        if (await tx.notices.get(_id)) return false
        await tx.notices.create({
          _id,
          communityId: issue.communityId,
          recipientId: verifierId,
          title: `请核查 · ${issue.code}`,
          text: sentenceFor(issue),
          subject: { kind: 'issue', id: issue._id },
          createdAt: toInstant(now),
          isRead: false,
        })
        return true
      })
      if (asked) done++
    }
    const last = found.at(-1)
    if (found.length < batchSize || !last) return { done }
    after = last._id
  }
}
