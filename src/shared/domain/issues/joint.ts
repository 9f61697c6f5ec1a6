import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import { departmentNameOf } from '../organization/departments'
import type { IssueRules } from './allowed-moves'
import { postFor } from './actors'
import type { Issue, IssueEntry } from './issue'
import { refusalOfSharing } from './joint-acts'
import { helpersMax, type Helper } from './joint-record'
import { isFit, isLeadOf, isOwnerOf, leadOf, type Candidate } from './owner'
import type { Party } from './party'
import { isCommunityWorkerOf } from './sight'
import { addWorkingMinutes } from './working-time'

type Shared = 'FORBIDDEN' | 'ISSUE_NOT_SHARED_NOW'
type Asking = Shared | 'ISSUE_PERSON_UNFIT' | 'ISSUE_HELPERS_FULL' | 'ISSUE_SENT_BACK_TOO_OFTEN'

/** An issue changed by an act of joint handling, and what each person it concerns is told. */
export interface Shareout {
  readonly issue: Issue
  readonly told: ReadonlyMap<string, string>
}

/** A party as people speak of it: the department first, where it is one. */
export const partyName = (communityId: string, { name, departmentId }: Party): string =>
  [departmentNameOf(communityId, departmentId), name].filter(Boolean).join(' ')

/** The issue with one more line of joint handling in its timeline; its state does not change. */
export const withJointEntry = (
  issue: Issue,
  { title, text, fileIds = [] }: { title: string; text: string | null; fileIds?: readonly string[] },
  actor: Actor,
  now: number,
): Issue => {
  const at = toInstant(now)
  const role = isLeadOf(issue, actor) && !isOwnerOf(issue, actor) ? leadOf(issue).role : postFor('lead', issue, actor)
  const entry: IssueEntry = {
    at,
    kind: 'joint',
    title,
    move: null,
    from: null,
    to: null,
    actor: { personId: actor.personId, name: actor.name, role },
    text,
    fileIds: [...fileIds],
  }
  return { ...issue, updatedAt: at, timeline: [...issue.timeline, entry] }
}

const without = (helpers: readonly Helper[], personId: string): Helper[] =>
  helpers.filter((helper) => helper.personId !== personId)

const withHelpers = (issue: Issue, helpers: readonly Helper[]): Issue => ({
  ...issue,
  helpers: [...helpers],
  helperIds: helpers.map(({ personId }) => personId),
})

/** Sent back as often as the rules bear: from then on the community worker decides who it is, and that stays. */
const isForCommunity = ({ bounces = 0 }: Issue, { settings }: IssueRules): boolean => bounces >= settings.passesMax

const isUnfit = (issue: Issue, person: Candidate | null, personId: string): boolean =>
  !isFit(person, personId) || personId === issue.aboutPersonId

const refusalOfAsking = (
  issue: Issue,
  act: 'setLead' | 'addHelper',
  { personId, person }: { personId: string; person: Candidate | null },
  actor: Actor,
  rules: IssueRules,
): Refusal<Asking> | null => {
  const refused = refusalOfSharing(issue, act, actor)
  if (refused) return refused
  if (isForCommunity(issue, rules) && !isCommunityWorkerOf(issue, actor)) return refuse('ISSUE_SENT_BACK_TOO_OFTEN')
  return isUnfit(issue, person, personId) ? refuse('ISSUE_PERSON_UNFIT') : null
}

/** What the community has decided is no longer waited for. */
const decided = (issue: Issue, actor: Actor, rules: IssueRules): Issue =>
  isForCommunity(issue, rules) && isCommunityWorkerOf(issue, actor) ? { ...issue, decisionDueAt: null } : issue

/**
 * Somebody else leads (牵头), exactly one: the one before goes on as a helper, unless that was the owner, who stays the owner. Naming
 * the owner gives the lead back to them.
 */
export const setLead = (
  issue: Issue,
  asked: { personId: string; person: Candidate | null; reason: string },
  actor: Actor,
  now: number,
  rules: IssueRules,
): Shareout | Refusal<Asking | 'ISSUE_LEADS_ALREADY'> => {
  const refused = refusalOfAsking(issue, 'setLead', asked, actor, rules)
  if (refused) return refused
  const { personId, person, reason } = asked
  if (!person || personId === issue.leadId) return refuse('ISSUE_LEADS_ALREADY')
  const isOwner = personId === issue.owner.personId
  const isFinal = isForCommunity(issue, rules)
  const before = issue.lead
  const staying: Helper[] = before ? [{ ...before, task: '原牵头，继续协办', askedAt: toInstant(now) }] : []
  const helpers = [...without(issue.helpers ?? [], personId), ...staying]
  if (helpers.length > helpersMax) return refuse('ISSUE_HELPERS_FULL')
  const lead = isOwner ? null : { ...person.party, isFinal }
  const name = partyName(issue.communityId, person.party)
  const named = withHelpers({ ...decided(issue, actor, rules), lead, leadId: personId }, helpers)
  return {
    issue: withJointEntry(named, { title: '指定牵头', text: `由${name}牵头：${reason}` }, actor, now),
    told: new Map([
      ...(before ? [[before.personId, `这件事改由${name}牵头，您继续协办。`] as const] : []),
      [issue.owner.personId, `这件事由${name}牵头办理。`],
      [personId, '请您牵头办理这件事，办好后由您提交结果。'],
    ]),
  }
}

/** One more helper (协办), asked for something in particular. Helpers see the issue and report progress; only the lead submits. */
export const addHelper = (
  issue: Issue,
  asked: { personId: string; person: Candidate | null; task: string },
  actor: Actor,
  now: number,
  rules: IssueRules,
): Shareout | Refusal<Asking | 'ISSUE_HELPS_ALREADY'> => {
  const refused = refusalOfAsking(issue, 'addHelper', asked, actor, rules)
  if (refused) return refused
  const { personId, person, task } = asked
  const taking = [issue.owner.personId, issue.leadId, ...issue.helperIds]
  if (!person || taking.includes(personId)) return refuse('ISSUE_HELPS_ALREADY')
  if (issue.helperIds.length >= helpersMax) return refuse('ISSUE_HELPERS_FULL')
  const helper = { ...person.party, task, askedAt: toInstant(now), isFinal: isForCommunity(issue, rules) }
  const helped = withHelpers(decided(issue, actor, rules), [...(issue.helpers ?? []), helper])
  const text = `请${partyName(issue.communityId, person.party)}协办：${task}`
  return {
    issue: withJointEntry(helped, { title: '增加协办', text }, actor, now),
    told: new Map([[personId, '请您协办这件事，打开看看请您做什么。']]),
  }
}

/** A helper less, with a reason. Whoever still owes a commitment stays until it is done or dropped. */
export const removeHelper = (
  issue: Issue,
  { personId, reason, owes }: { personId: string; reason: string; owes: boolean },
  actor: Actor,
  now: number,
): Shareout | Refusal<Shared | 'ISSUE_HELPER_UNKNOWN' | 'ISSUE_COMMITMENT_OWED'> => {
  const refused = refusalOfSharing(issue, 'removeHelper', actor)
  if (refused) return refused
  const helper = issue.helpers?.find((one) => one.personId === personId)
  if (!helper) return refuse('ISSUE_HELPER_UNKNOWN')
  if (owes) return refuse('ISSUE_COMMITMENT_OWED')
  const text = `${partyName(issue.communityId, helper)}不再协办：${reason}`
  return {
    issue: withJointEntry(
      withHelpers(issue, without(issue.helpers ?? [], personId)),
      { title: '减少协办', text },
      actor,
      now,
    ),
    told: new Map([[personId, '这件事不用您协办了，谢谢您。']]),
  }
}

/**
 * A department that was asked says that it is not its own (不属我部门): back to the owner, with the reason. The second time the
 * community decides within its working hours, and whom the community has named does not send it back again.
 */
export const sendBack = (
  issue: Issue,
  { reason, owes, dutyPersonId }: { reason: string; owes: boolean; dutyPersonId: string | null },
  actor: Actor,
  now: number,
  rules: IssueRules,
): Shareout | Refusal<Shared | 'ISSUE_COMMITMENT_OWED' | 'ISSUE_DECIDED_BY_COMMUNITY'> => {
  const refused = refusalOfSharing(issue, 'sendBack', actor)
  if (refused) return refused
  const asked = isLeadOf(issue, actor) ? issue.lead : issue.helpers?.find((one) => one.personId === actor.personId)
  if (!asked) return refuse('FORBIDDEN')
  if (asked.isFinal) return refuse('ISSUE_DECIDED_BY_COMMUNITY')
  if (owes) return refuse('ISSUE_COMMITMENT_OWED')
  const left: Issue =
    asked === issue.lead
      ? { ...issue, lead: null, leadId: issue.owner.personId }
      : withHelpers(issue, without(issue.helpers ?? [], actor.personId))
  const bounced = { ...left, bounces: (issue.bounces ?? 0) + 1 }
  const isLast = isForCommunity(bounced, rules)
  const dueAt = toInstant(addWorkingMinutes(rules.calendar, now, rules.settings.decideHours * 60))
  const name = partyName(issue.communityId, asked)
  const saved = withJointEntry(bounced, { title: '部门退回', text: `${name}退回，不属本部门：${reason}` }, actor, now)
  const said = `${name}说这件事不属本部门，已退回。`
  return {
    issue: isLast ? { ...saved, decisionDueAt: dueAt } : saved,
    told: new Map([
      [
        issue.owner.personId,
        isLast ? `${said}已退回 ${rules.settings.passesMax} 次，由社区决定由谁来办。` : `${said}请您重新安排。`,
      ],
      ...(isLast && dutyPersonId
        ? [
            [
              dutyPersonId,
              `${said}已退回 ${rules.settings.passesMax} 次，请您在 ${rules.settings.decideHours} 个工作小时内决定由谁来办。`,
            ] as const,
          ]
        : []),
    ]),
  }
}
