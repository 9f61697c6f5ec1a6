import type { activities } from '@/shared/contracts/activities'
import { proposalNotice } from '@/shared/domain/activities/activity-notices'
import { isRuleFit } from '@/shared/domain/activities/plan'
import type { Activity } from '@/shared/domain/activities/records'
import { heldBack } from '@/shared/domain/activities/words-check'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { noticeIdOf } from './ids'
import { publishSessions } from './publish-sessions'

/** The rule a proposal still has on the day it is decided: what has gone by meanwhile is left out. */
const fromToday = (rule: Activity['rule'], today: string): Activity['rule'] =>
  rule.from < today ? { ...rule, from: today } : rule

/** Decides about a proposal; where the content check was unsure, the decision is that of a person too. Its author leads what comes of it, and is told. */
export const approveActivity: Handler<typeof activities.approveActivity> = async ({ id, approve, reason }, context) => {
  const { actor, now, newSecret, transact, directory } = context
  const { settings } = (await directory()).rules
  return transact(async (tx) => {
    const found = await tx.activities.get(id)
    if (found?.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (found.state !== 'proposed') return refuse('ALREADY_DECIDED')
    if (found.leaderId === actor.personId) return refuse('OWN_PROPOSAL')
    if (!approve && !reason) return refuse('REASON_MISSING')
    const held = heldBack(found)
    if (approve && held === 'waiting') return refuse('CONTENT_CHECK_WAITING')
    if (approve && held === 'risky') return refuse('CONTENT_RISKY')
    const rule = fromToday(found.rule, dayOf(now))
    if (approve && !isRuleFit(rule, dayOf(now))) return refuse('RULE_UNFIT')
    const activity: Activity = {
      ...found,
      rule: approve ? rule : found.rule,
      state: approve ? 'open' : 'declined',
      reason: approve ? null : (reason ?? null),
      decidedBy: actor.personId,
      updatedAt: toInstant(now),
    }
    const published = await publishSessions(tx, activity, { newSecret, settings, now })
    if (isRefusal(published)) return published
    await tx.activities.put(approve ? published.activity : activity)
    await tx.notices.create(proposalNotice(activity, noticeIdOf('proposal', id), now))
    return { id, state: activity.state, sessions: published.made }
  })
}
