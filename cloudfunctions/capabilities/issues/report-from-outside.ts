import { countReport, usedNow, type ApiKey } from '@/shared/domain/issues/api-key'
import type { IssueClass } from '@/shared/domain/issues/classes'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { urgentCodes } from '@/shared/domain/issues/report-limit'
import { rosterDayToTell, tellRoster } from '@/shared/domain/issues/roster-told'
import type { IssuePlace } from '@/shared/contracts/issues/shapes'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal, refuse, type Refusal } from '@/shared/kernel/decision'
import type { QueryContext } from '../../runtime/handler'
import { Abandon, type Store } from '../../store/store'
import { findRoute } from './find-route'
import { saveIssue } from './save-issue'

/** Whoever reports through a key: the organisation, with no post and no home. */
export const actorOfKey = (key: ApiKey): Actor => ({
  personId: key._id,
  communityId: key.communityId,
  name: key.owner,
  isNewcomer: false,
  postings: [],
})

export interface OutsideReport {
  readonly issueClass: IssueClass
  readonly text: string
  readonly place: IssuePlace
}

type Refused = 'ISSUE_PLACE_UNKNOWN' | 'ISSUE_OUTSIDE_COMMUNITY' | 'ISSUE_REPORTED_TOO_OFTEN' | 'FORBIDDEN'

/**
 * A report that another organisation's system handed in: routed and written like any other, in the name of the organisation. An
 * ordinary one counts towards what its key may send, in the same transaction; an urgent one always reaches a person.
 */
export const reportFromOutside = async (
  key: ApiKey,
  issueId: string,
  { issueClass, text, place }: OutsideReport,
  context: Omit<QueryContext, 'actor' | 'store'> & { store: Store },
): Promise<string | Refusal<Refused>> => {
  const { now, store } = context
  const actor = actorOfKey(key)
  const isUrgent = urgentCodes.includes(issueClass.code)
  const counted = isUrgent ? key : countReport(key, now)
  if (isRefusal(counted)) return counted
  const { rules } = await context.directory()
  const rosterDay = rosterDayToTell(issueClass, now, rules.calendar)
  const found = await findRoute({ issueClass, place, rosterDay }, { ...context, actor })
  if (isRefusal(found)) return found
  const fresh = newIssue(
    {
      _id: issueId,
      communityId: key.communityId,
      issueClass,
      text,
      source: 'import',
      place: found.place,
      fileIds: [],
      beforeDigests: [],
      reporter: { personId: key._id, name: key.owner },
      isUnnamed: false,
      aboutPersonId: null,
      route: found.route,
    },
    now,
    rules,
  )
  const issue = rosterDay && found.watch ? tellRoster(fresh, rosterDay, found.watch) : fresh
  try {
    return await store.transact(async (tx) => {
      const current = await tx.apiKeys.get(key._id)
      const used = isUrgent ? usedNow : countReport
      const next = current?.isActive ? used(current, now) : refuse('FORBIDDEN')
      if (isRefusal(next)) throw new Abandon(next)
      await tx.apiKeys.put(next)
      await saveIssue(tx, null, issue, key._id)
      return issueId
    })
  } catch (error) {
    if (error instanceof Abandon) return error.answer as Refusal<Refused>
    throw error
  }
}
