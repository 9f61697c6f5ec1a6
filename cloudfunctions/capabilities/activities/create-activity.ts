import type { activities } from '@/shared/contracts/activities'
import { isActivityStaff } from '@/shared/domain/activities/activity-rules'
import { isRuleFit } from '@/shared/domain/activities/plan'
import type { Activity } from '@/shared/domain/activities/records'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { claimPhotos, giveBack } from '../../runtime/photos'
import { askAboutProposal } from './checks'
import { publishSessions } from './publish-sessions'

/**
 * Makes an activity. What staff make is on at once, with its sessions; what others propose waits for the content check and for staff.
 * Whoever makes it leads it.
 */
export const createActivity: Handler<typeof activities.createActivity> = async ({ coverFileId, ...asked }, context) => {
  const { actor, now, store, newId, newSecret, transact, directory } = context
  if (!isRuleFit(asked.rule, dayOf(now))) return refuse('RULE_UNFIT')
  if (asked.headCountMin > asked.capacity) return refuse('HEAD_COUNT_UNFIT')
  const _id = newId('activity')
  const cover = await claimPhotos(coverFileId ? [coverFileId] : [], _id, context)
  if (isRefusal(cover)) return cover
  const { settings } = (await directory()).rules
  const at = toInstant(now)
  const isStaff = isActivityStaff(actor)
  const activity: Activity = {
    ...asked,
    _id,
    communityId: actor.communityId,
    coverFileId: cover[0]?.fileId ?? null,
    leaderId: actor.personId,
    state: isStaff ? 'open' : 'proposed',
    reason: null,
    ...(isStaff ? {} : { checks: { words: 'waiting', cover: cover.length > 0 ? 'waiting' : null } }),
    decidedBy: isStaff ? actor.personId : null,
    madeThrough: null,
    createdAt: at,
    updatedAt: at,
  }
  const answer = await transact(async (tx) => {
    const published = await publishSessions(tx, activity, { newSecret, settings, now })
    if (isRefusal(published)) return published
    await tx.activities.create(isStaff ? published.activity : activity)
    if (activity.checks) await askAboutProposal(tx, activity, actor.personId, now)
    return { id: _id, state: activity.state, sessions: published.made }
  })
  // The same request, sent twice at once, may have been the quicker one: then the cover is its own.
  if (isRefusal(answer) && !(await store.activities.get(_id)))
    await giveBack(
      cover.map(({ fileId }) => fileId),
      context,
    )
  return answer
}
