import { decidedReasonNotice } from '@/shared/domain/activities/activity-notices'
import type { Activity, CheckState } from '@/shared/domain/activities/records'
import { wordsOf, type ActivityCheck } from '@/shared/domain/activities/words-check'
import { toInstant } from '@/shared/kernel/time'
import { digest } from '../../runtime/hash'
import type { Transaction } from '../../store/store'
import { noticeIdOf } from './ids'

/** Has the content check asked, within a minute, about what somebody who is no staff wrote; in the place of what it was before. */
export const askCheck = (
  tx: Transaction,
  check: Pick<ActivityCheck, 'of' | 'subjectId' | 'communityId' | 'authorId' | 'content'>,
  now: number,
): Promise<void> => {
  const at = toInstant(now)
  const _id = `check-${digest('activityCheck', check.of, check.subjectId)}`
  return tx.activityChecks.put({ ...check, _id, failures: 0, dueAt: at, createdAt: at })
}

/** Asks about all that a resident's proposal would show. */
export const askAboutProposal = async (
  tx: Transaction,
  activity: Activity,
  authorId: string,
  now: number,
): Promise<void> => {
  const { _id: subjectId, communityId, coverFileId } = activity
  await askCheck(tx, { of: 'proposal', subjectId, communityId, authorId, content: wordsOf(activity) }, now)
  if (coverFileId && activity.checks?.cover === 'waiting')
    await askCheck(tx, { of: 'cover', subjectId, communityId, authorId, content: coverFileId }, now)
}

const withState = (activity: Activity, part: 'words' | 'cover', state: CheckState): Activity => ({
  ...activity,
  checks: { words: 'waiting', cover: null, ...activity.checks, [part]: state },
})

/** What was found, written where it belongs. */
const effects: Record<
  ActivityCheck['of'],
  (tx: Transaction, check: ActivityCheck, state: CheckState, now: number) => Promise<void>
> = {
  proposal: async (tx, { subjectId }, state) => {
    const activity = await tx.activities.get(subjectId)
    if (activity) await tx.activities.put(withState(activity, 'words', state))
  },
  cover: async (tx, { subjectId }, state) => {
    const activity = await tx.activities.get(subjectId)
    if (activity) await tx.activities.put(withState(activity, 'cover', state))
  },
  ending: async (tx, { subjectId, content }, state) => {
    const activity = await tx.activities.get(subjectId)
    if (activity?.reason === content && state === 'passed')
      await tx.activities.put({ ...activity, isReasonPublic: true })
  },
  cancelling: async (tx, { subjectId, content }, state) => {
    const session = await tx.sessions.get(subjectId)
    if (session?.cancelledFor === content && state === 'passed')
      await tx.sessions.put({ ...session, isReasonPublic: true })
  },
  decision: async (tx, { subjectId, content }, state, now) => {
    const participation = await tx.participations.get(subjectId)
    if (participation?.decision?.reason === content && state === 'passed')
      await tx.notices.create(decidedReasonNotice(participation, noticeIdOf('decidedReason', subjectId), now))
  },
}

/** Ends a question with what was found. One that was asked anew with other words meanwhile stays open. */
export const endCheck = async (
  tx: Transaction,
  { _id, content }: ActivityCheck,
  state: CheckState,
  now: number,
): Promise<void> => {
  const check = await tx.activityChecks.get(_id)
  if (check?.content !== content) return
  await tx.activityChecks.remove(_id)
  await effects[check.of](tx, check, state, now)
}
