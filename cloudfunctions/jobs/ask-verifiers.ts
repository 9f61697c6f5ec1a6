import { verifierOf } from '@/shared/domain/issues/escalation'
import { isWaitingForVerifier } from '@/shared/domain/issues/waiting-for-verifier'
import type { Issue } from '@/shared/domain/issues/issue'
import { toInstant } from '@/shared/kernel/time'
import { rulesReader } from '../store/rules'
import { batchSize, type Job } from './job'
import { staffReader } from './staff-reader'

const sentenceFor = (issue: Issue): string =>
  issue.isSampled
    ? '这件随手解决的事抽中了核查，请看一看是否真的解决。'
    : '这件事的处理结果还没有得到上报人的答复，请您核查后确认或退回。'

/**
 * Passes a result whose reporter stays silent, or that was drawn for a check, to whoever checks it, the duty post before all others,
 * once: the notice's id follows from the issue and its submission.
 */
export const askVerifiers: Job = async (context) => {
  const { store, now } = context
  const [rulesOf, staffOf] = [rulesReader(store), staffReader(context)]
  let done = 0
  let after = ''
  for (;;) {
    const found = await store.issues.list({
      where: { state: 'verifying', _id: { after } },
      orderBy: [['_id', 'asc']],
      limit: batchSize,
    })
    for (const issue of found) {
      const { settings } = await rulesOf(issue.communityId)
      if (!isWaitingForVerifier(issue, now, settings)) continue
      const verifier = verifierOf(issue, await staffOf(issue.communityId))
      if (!verifier) continue
      const _id = `verify:${issue._id}:${Date.parse(issue.submittedAt ?? issue.updatedAt)}`
      const asked = await store.transact(async (tx) => {
        if (await tx.notices.get(_id)) return false
        await tx.notices.create({
          _id,
          communityId: issue.communityId,
          recipientId: verifier.personId,
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
