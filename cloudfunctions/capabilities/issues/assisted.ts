import { canEnterMore } from '@/shared/domain/issues/report-limit'
import { isOn, isTheirs, type Assistance } from '@/shared/domain/residents/assistance'
import { refuse, type Refusal } from '@/shared/kernel/decision'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { QueryContext } from '../../runtime/handler'
import type { Transaction } from '../../store/store'

type AssistanceRefusal = 'ASSISTANCE_UNKNOWN' | 'ASSISTANCE_OVER' | 'ASSISTANCE_ABOUT_SELF' | 'ISSUE_ENTERED_TOO_OFTEN'

/** An assistance as far as a report needs it: for somebody who is still there. */
export type Assisting = Assistance & { forId: string }

/**
 * The assistance a report is entered in, or why it cannot be: not the caller's, over, about the caller, or one of too many. What they have
 * entered in a day comes along in the same read, which is their limit, apart from the resident's own.
 */
export const assistanceFor = async (
  {
    assistanceId,
    aboutPersonId,
    isUrgent,
  }: {
    assistanceId: string
    aboutPersonId: string | undefined
    isUrgent: boolean
  },
  { actor, now, store }: Pick<QueryContext, 'actor' | 'now' | 'store'>,
): Promise<Assisting | Refusal<AssistanceRefusal>> => {
  const lately = await store.assistances.list({
    where: { 'by.personId': actor.personId, startedAt: { after: toInstant(now - dayMs) } },
    orderBy: [['startedAt', 'desc']],
    limit: 200,
  })
  const assistance = lately.find(({ _id }) => _id === assistanceId)
  if (!assistance?.forId || !isTheirs(assistance, actor)) return refuse('ASSISTANCE_UNKNOWN')
  if (!isOn(assistance, now)) return refuse('ASSISTANCE_OVER')
  if (aboutPersonId === actor.personId) return refuse('ASSISTANCE_ABOUT_SELF')
  const entered = lately.flatMap(({ issues }) => issues)
  if (!isUrgent && !canEnterMore(entered, now)) return refuse('ISSUE_ENTERED_TOO_OFTEN')
  return { ...assistance, forId: assistance.forId }
}

/** Notes in the assistance what was entered in it, in the same transaction; refused when it has been ended meanwhile. */
export const noteEntered = async (
  tx: Transaction,
  assistanceId: string,
  entered: Assistance['issues'][number],
  now: number,
): Promise<Refusal<'ASSISTANCE_OVER'> | null> => {
  const assistance = await tx.assistances.get(assistanceId)
  if (!assistance || !isOn(assistance, now)) return refuse('ASSISTANCE_OVER')
  await tx.assistances.put({ ...assistance, issues: [...assistance.issues, entered] })
  return null
}
