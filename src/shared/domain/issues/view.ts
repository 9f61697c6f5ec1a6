import type { IssueBrief, IssueDetail } from '../../contracts/issues/shapes'
import type { Actor } from '../../kernel/actor'
import { roleNames } from '../../kernel/roles'
import { toInstant } from '../../kernel/time'
import { issueMoveNames, issueStateNames } from '../../kernel/vocabulary'
import { movesFor, type IssueRules } from './allowed-moves'
import { canAskPhone } from './ask-phone'
import { canSeeBoth } from './broke-again'
import { classOf, limitLabel } from './classes'
import { canAnswerFollowUp } from './follow-up'
import { limitOf } from './issue-limit'
import { urgencyOf } from './clock'
import { canJoin, hasJoined, joinedCountOf } from './followers'
import type { Issue, IssueEntry } from './issue'
import { canDecideExtension, currentExtension, extensionChoices } from './extension'
import { jointOf, nothingGathered, type Gathered } from './joint-view'
import { isHandlingTeam, procedureDetailOf } from './procedure'
import { fieldsSeenBy, sharedBrief, sharedDetail } from './shared-fields'
import { canAddProgress } from './progress'
import { canRate } from './rate-issue'
import { rosterToldOf } from './roster-told'
import { rowTextOf } from './row-text'
import { checkSeenBy, contentSeenBy } from './seen-content'
import { defaultIssueSettings } from './settings'
import { canEndSupervision, canSupervise } from './supervision'
import { refusalOfWorks } from './works'
import { reporterUntil } from './waiting-for-verifier'
import { wordsFor } from './words-for'
import { worksShownOf } from './works-view'
import { canSeeDoor, canSeeEntryActor, canSeeIssue, canSeeReporter, canSeeUnchecked } from './sight'

/** Where an issue is, as one person may know it: what was picked, the door for those who may see it, and what was typed. */
const placeLabelOf = (issue: Issue, viewer: Actor): string => {
  const { label, door, words } = issue.place
  const picked = door && canSeeDoor(issue, viewer) ? `${label}${door}` : label
  return [picked, words].filter(Boolean).join(' · ')
}

/** An issue as a row of a list for one person, its text cut to what a row shows. */
export const briefOf = (issue: Issue, viewer: Actor, now: number): IssueBrief => {
  const shared = wordsFor(sharedBrief(wholeBriefOf(issue, viewer, now), fieldsSeenBy(issue, viewer)), issue, viewer)
  return issue.reporterId === viewer.personId ? { ...shared, text: rowTextOf(issue.text) } : shared
}

const wholeBriefOf = (whole: Issue, viewer: Actor, now: number): IssueBrief => {
  const issue = contentSeenBy(whole, viewer)
  return {
    id: issue._id,
    code: issue.code,
    classCode: issue.classCode,
    className: classOf(issue.classCode)?.name ?? '其他',
    text: rowTextOf(issue.text),
    placeLabel: placeLabelOf(issue, viewer),
    gridName: issue.gridName,
    state: issue.state,
    stateName: issueStateNames[issue.state],
    result: issue.result,
    ownerName: issue.owner.name,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    dueAt: issue.isOpen && issue.clock.pausedAt === null ? issue.clock.dueAt : null,
    urgency: urgencyOf(issue, now),
    photoCount: issue.fileIds.length,
    isRated: issue.rating !== null,
    joinedCount: joinedCountOf(issue),
    hasJoined: hasJoined(issue, viewer.personId),
    // As it was told when the result came in.
    reporterUntil: reporterUntil(issue, now, defaultIssueSettings),
  }
}

/** A row after a change, with what the actor may do next by the rules as the caller knows them. */
export const changedOf = (issue: Issue, actor: Actor, now: number, rules: IssueRules) => ({
  ...briefOf(issue, actor, now),
  now: toInstant(now),
  moves: movesFor(issue, actor, now, rules),
})

const factTitles: Record<Exclude<IssueEntry['kind'], 'move' | 'joint'>, string> = {
  reported: '上报',
  progress: '进展',
  rating: '评价',
  extensionAsked: '申请延期',
  extensionAgreed: '同意延期',
  extensionRefused: '不同意延期',
  supervised: '督办',
  supervisionEnded: '解除督办',
  followUp: '四周回访',
  follows: '又坏了',
}

/** What a line of the history is called. */
export const titleOf = ({ kind, move, title }: IssueEntry): string => {
  if (kind === 'move') return move ? issueMoveNames[move] : ''
  return kind === 'joint' ? (title ?? '联合办理') : factTitles[kind]
}

/** An extension and supervision as one person sees them: how they stand, and what that person may do about them. */
const factsOf = (issue: Issue, actor: Actor, rules: IssueRules, now: number) => {
  const asked = currentExtension(issue)
  return {
    extension: {
      asked: asked && { ...asked, at: asked.askedAt, byName: asked.askedByName },
      choices: extensionChoices(issue, actor, now, rules.calendar),
      canDecide: canDecideExtension(issue, actor),
    },
    supervision: {
      current: issue.isSupervised ? (issue.supervision ?? null) : null,
      canSet: canSupervise(issue, actor),
      canEnd: canEndSupervision(issue, actor),
    },
  }
}

/** What a detail shows beside the issue itself, as the caller has looked it up. */
export interface Beside {
  /** Addresses of the photos that still exist. */
  readonly urls: ReadonlyMap<string, string>
  readonly rules: IssueRules
  /** What the issue was merged into; null when it was not, or that is gone. */
  readonly parent: Issue | null
  /** What was merged into the issue. */
  readonly children: readonly Issue[]
  /** What it follows and what follows it. */
  readonly joined?: readonly Issue[]
  /** What of its project the caller may know. */
  readonly grown?: Pick<IssueDetail, 'project' | 'canGrowProject'>
  /** Its commitments and joint meetings, where it has any. */
  readonly gathered?: Gathered | undefined
}

/**
 * An issue as one person may see it: who reported it only where they may know, the moves that are theirs, and photos that
 * still exist. Callers make sure that the person may see the issue at all.
 */
export const detailOf = (issue: Issue, actor: Actor, beside: Beside, now: number): IssueDetail => {
  const whole = wholeDetailOf(issue, actor, beside, now)
  const shared = wordsFor(sharedDetail(whole, fieldsSeenBy(issue, actor), actor), issue, actor)
  return issue.reporterId === actor.personId ? { ...shared, text: issue.text } : shared
}

const named = ({ _id, code }: Issue) => ({ id: _id, code })

const wholeDetailOf = (
  whole: Issue,
  actor: Actor,
  { urls, rules, parent, children, joined = [], gathered, grown }: Beside,
  now: number,
): IssueDetail => {
  const issue = contentSeenBy(whole, actor)
  const known = joined.filter((other) => canSeeBoth(whole, other, actor))
  const isKnown = (id: string | undefined) => id === undefined || known.some(({ _id }) => _id === id)
  const photosOf = (fileIds: readonly string[]) =>
    fileIds.flatMap((id) => (urls.has(id) ? [{ id, url: urls.get(id)! }] : []))
  return {
    ...changedOf(whole, actor, now, rules),
    text: issue.text,
    source: issue.source,
    photoPolicy: classOf(issue.classCode)?.photoPolicy ?? 'optional',
    place: {
      label: placeLabelOf(issue, actor),
      point: issue.place.point,
      buildingId: issue.place.buildingId,
      words: issue.place.words,
    },
    route: {
      gridId: issue.gridId,
      gridName: issue.gridName,
      owner: { ...issue.owner, roleName: roleNames[issue.owner.role] },
      reason: issue.routeReason,
    },
    owner: { ...issue.owner, roleName: roleNames[issue.owner.role] },
    contact: { ...issue.contact, roleName: roleNames[issue.contact.role] },
    rosterTold: rosterToldOf(issue)
      .filter(({ personId }) => personId !== issue.owner.personId)
      .map((told) => ({ ...told, roleName: roleNames[told.role] })),
    reporter: canSeeReporter(issue, actor)
      ? { personId: issue.reporterId, name: issue.reporterName, isUnnamed: issue.isUnnamed }
      : null,
    enteredBy:
      issue.enteredBy && canSeeReporter(issue, actor)
        ? { ...issue.enteredBy, roleName: roleNames[issue.enteredBy.role] }
        : null,
    isMine: issue.reporterId === actor.personId,
    canAskPhone: canAskPhone(issue, actor),
    photos: photosOf(issue.fileIds),
    sentence: issue.sentence,
    resultPhotos: photosOf(issue.resultFileIds),
    timeline: issue.timeline
      .filter(({ issueId }) => isKnown(issueId))
      .map((entry) => ({
        at: entry.at,
        kind: entry.kind,
        move: entry.move,
        title: titleOf(entry),
        actor:
          entry.actor && canSeeEntryActor(issue, entry, actor)
            ? {
                id: entry.actor.personId,
                name: entry.actor.name,
                ...(entry.actor.role ? { role: entry.actor.role, roleName: roleNames[entry.actor.role] } : {}),
              }
            : null,
        from: entry.from,
        to: entry.to,
        text: entry.text,
        photos: photosOf(entry.fileIds),
      })),
    joint: jointOf(issue, actor, { urls, ...(gathered ?? nothingGathered) }, now),
    procedure: procedureDetailOf(issue, actor),
    parties: isHandlingTeam(issue, actor) ? (issue.parties ?? null) : null,
    formerParties: isHandlingTeam(issue, actor) ? (issue.formerParties ?? []) : [],
    hiddenFields: [],
    works: worksShownOf(issue, urls, now),
    ...(grown ?? { project: null, canGrowProject: false }),
    canSetWorks: refusalOfWorks(issue, actor) === null,
    canAddProgress: canAddProgress(issue, actor),
    canRate: canRate(issue, actor),
    canAnswerFollowUp: canAnswerFollowUp(issue, actor, now),
    followUp: issue.followUp ?? null,
    rating: issue.rating && { stars: issue.rating.stars, tags: issue.rating.tags, text: issue.rating.text },
    isSupervised: issue.isSupervised,
    ...factsOf(issue, actor, rules, now),
    reopens: issue.reopens,
    limitLabel: limitLabel(limitOf(issue)),
    contentCheck: checkSeenBy(whole, actor),
    parent: parent && canSeeIssue(parent, actor) ? { id: parent._id, code: parent.code } : null,
    children: children
      .filter((child) => child.mergedInto?.issueId === issue._id && canSeeUnchecked(child, actor))
      .map(named),
    canJoin: canJoin(issue, actor) && !canSeeUnchecked(issue, actor),
    follows: known.filter(({ _id }) => _id === issue.followsId).map(named)[0] ?? null,
    followedBy: known.filter(({ _id }) => issue.followedByIds?.includes(_id)).map(named),
  }
}
