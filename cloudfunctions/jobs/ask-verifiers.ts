import { isWaitingForVerifier } from '@/shared/domain/issues/waiting-for-verifier'
import { toInstant } from '@/shared/kernel/time'
import { batchSize, type Job } from './job'

/**
 * Passes a result whose reporter stays silent to the community's duty post for checking, once: the notice's id follows from
 * the issue and its submission.
 */
export const askVerifiers: Job = async ({ store, now }) => {
  let done = 0
  let after = ''
  for (;;) {
    const found = await store.issues.list({
      where: { state: 'verifying', _id: { after } },
      orderBy: [['_id', 'asc']],
      limit: batchSize,
    })
    for (const issue of found.filter((one) => isWaitingForVerifier(one, now))) {
      const community = await store.communities.get(issue.communityId)
      const verifierId = community?.dutyPersonIds.find((id) => id !== issue.fixerId)
      if (!verifierId) continue
      const _id = `verify:${issue._id}:${Date.parse(issue.submittedAt ?? issue.updatedAt)}`
      const asked = await store.transact(async (tx) => {
        if (await tx.notices.get(_id)) return false
        await tx.notices.create({
          _id,
          communityId: issue.communityId,
          recipientId: verifierId,
          title: `请核查 · ${issue.code}`,
          text: '这件事的处理结果还没有得到上报人的答复，请您核查后确认或退回。',
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
