import { beginningOf } from '../../kernel/beginning'
import { roleNames } from '../../kernel/roles'
import { wallClock } from '../../kernel/time'
import { issueResultNames } from '../../kernel/vocabulary'
import { classOf, limitLabel } from '../issues/classes'
import { limitOf } from '../issues/issue-limit'
import type { Issue, IssueEntry } from '../issues/issue'
import { followersOf } from '../issues/followers'
import { newlyTold } from '../issues/roster-told'
import { isFact, type FactKind } from './fact-kinds'
import type { Announcement } from './announcement'
import type { Notice } from './notice'

/** The line that joins two reports is told to nobody: whoever is told of the new one reads it there. */
type Kind = Exclude<IssueEntry['kind'], 'move' | 'follows' | FactKind> | NonNullable<IssueEntry['move']>
type Sentence = (issue: Issue) => string

/** The owner by post and name, as a sentence says it. */
export const ownerOf = ({ owner }: Issue): string => `${roleNames[owner.role]}${owner.name}`
const resultOf = ({ result }: Issue): string => (result ? issueResultNames[result] : '已处理')

/** Whether the newest step was made by time and not by anybody. */
const isByTime = ({ timeline }: Issue): boolean => timeline.at(-1)?.actor === null

const enteredWordsMax = 60

/** What was entered for the reporter (代报), so that they can take back what they did not mean; a private matter stays behind the tap. */
const enteredWords = (issue: Issue): string => {
  const { text, enteredBy } = issue
  const cut = beginningOf(text.replace(/\s+/g, ' '), enteredWordsMax)
  const said = (classOf(issue.classCode)?.isPrivate ?? true) ? '' : `写的是“${cut}”。`
  return `${enteredBy ? `${roleNames[enteredBy.role]}${enteredBy.name}` : ''}替您报了一件事，由${ownerOf(issue)}负责。${said}不是您的意思，打开可以撤回。`
}

/** What the reporter reads. Plain facts and the next step; what people wrote stays behind the tap. */
const toReporter: Record<Kind, Sentence> = {
  reported: (issue) => (issue.enteredBy ? enteredWords(issue) : `收到了，谢谢您。这件事由${ownerOf(issue)}负责。`),
  dispatch: (issue) => `这件事由${ownerOf(issue)}负责，会尽快和您联系。`,
  return: ({ silentUntil }) =>
    `还需要您补充一点情况，请打开看看。${silentUntil ? `到 ${momentWords(silentUntil)} 没有补充，会自动撤回。` : ''}`,
  resubmit: () => '您补充的情况收到了，会接着处理。',
  decline: () => '这件事社区没能受理，打开可以看到原因和可以找谁。如有不同意见，您可以申诉一次。',
  appeal: () => '您的申诉收到了，社区会重新看这件事。',
  merge: () => '有邻居也反映了同一件事，已经合在一起处理。',
  unmerge: (issue) => `这件事已恢复单独处理，由${ownerOf(issue)}负责。`,
  withdraw: (issue) =>
    isByTime(issue)
      ? '一直没有等到您的补充，这件事已自动撤回。还需要处理的话，可以随时再报。'
      : '这件事已撤回。以后需要时，可以随时再报。',
  passOn: (issue) => `这件事已转给${ownerOf(issue)}负责，您的联系人不变。`,
  start: (issue) => `${ownerOf(issue)}已经开始处理。`,
  submit: (issue) => `处理结果：${resultOf(issue)}。请您看一看，确认是否满意。`,
  solveOnSpot: (issue) =>
    issue.state === 'closed'
      ? `已当场处理，结果：${resultOf(issue)}。欢迎您来评价。`
      : `已当场处理，结果：${resultOf(issue)}。正在抽查核实。`,
  suspend: (issue) => `这件事需要等一等，${dayWords(issue)}继续处理。打开可以看到原因。`,
  resume: (issue) => `${ownerOf(issue)}继续处理这件事了。`,
  confirm: (issue) => `这件事已办结，结果：${resultOf(issue)}。欢迎您来评价。`,
  reject: (issue) => `核查认为还没有解决好，已请${ownerOf(issue)}继续处理。`,
  reopen: (issue) =>
    issue.isSupervised
      ? `已重新打开并转入督办，由${ownerOf(issue)}负责。`
      : `已重新打开，由${ownerOf(issue)}继续处理。`,
  progress: () => '这件事有了新进展，打开看看。',
  joint: () => '这件事有了新安排，打开看看。',
  rating: () => '谢谢您的评价。',
  followUp: () => '谢谢您告诉我们。',
}

/** What the owner reads. It never says who reported. */
const toOwner: Record<Kind, Sentence> = {
  reported: () => '有一件新事项由您负责，请及时处理。',
  dispatch: () => '这件事派给您负责，请及时处理。',
  return: () => '这件事已退回补充情况，期间不计时。',
  resubmit: () => '补充的情况已收到，计时继续。',
  decline: () => '社区决定不予受理，您不用再处理。',
  appeal: () => '上报人提出了申诉，社区会重新决定。',
  merge: () => '这件事已合并到另一件事，一起处理。',
  unmerge: () => '这件事已取消合并，请继续处理。',
  withdraw: () => '这件事已撤回，您不用再处理。',
  passOn: () => '这件事转给您负责，请及时处理。',
  start: () => '这件事已开始处理。',
  submit: () => '处理结果已提交，等待核查。',
  solveOnSpot: ({ state }) => (state === 'closed' ? '这件事已当场办结。' : '这件事已当场处理，等待抽查核实。'),
  suspend: (issue) => `这件事已挂起，${dayWords(issue)}恢复，期间不计时。`,
  resume: () => '这件事已恢复处理，计时继续。',
  confirm: () => '处理结果已确认，这件事办结了。辛苦了！',
  reject: () => '核查认为还没有解决好，请继续处理。',
  reopen: ({ isSupervised }) =>
    isSupervised ? '这件事又被重新打开，已转入督办，请尽快处理。' : '这件事被重新打开，请继续处理。',
  progress: () => '这件事记了一条新进展。',
  joint: () => '这件事有了新安排，打开看看。',
  rating: () => '上报人对这件事作了评价。',
  followUp: ({ followUp }) =>
    followUp?.answer === 'brokeAgain' ? '四周回访：上报人说又坏了。' : '四周回访：上报人说还好，没有再坏。',
}

/** What somebody reads who joined it or whose report was merged into it; null where the step is between others. */
const toFollower: Partial<Record<Kind, Sentence | null>> = {
  return: null,
  resubmit: null,
  appeal: null,
  rating: null,
  followUp: null,
  decline: () => '和您反映的同一件事，社区没能受理，打开可以看到原因和可以找谁。',
  withdraw: (issue) =>
    `和您反映的同一件事，${isByTime(issue) ? '没有等到补充，已自动撤回' : '已由上报人撤回'}。如果还没有解决，请您再报一次。`,
  submit: (issue) => `处理结果：${resultOf(issue)}。正在等待确认。`,
  solveOnSpot: (issue) => `已当场处理，结果：${resultOf(issue)}。`,
  confirm: (issue) => `这件事已办结，结果：${resultOf(issue)}。`,
}

/** What the duty post (值班岗) reads where the next step is its own to decide; null where it is not. */
const toDutyPost = (issue: Issue, kind: Kind): string | null => {
  if (kind === 'appeal') return '上报人对不予受理提出了申诉，请您重新决定由谁负责。'
  if (kind !== 'passOn' || issue.decisionDueAt === null) return null
  return `这件事已转交多次，请您在 ${momentWords(issue.decisionDueAt)} 前决定由谁负责。`
}

/** What the night's roster (值班表) reads. It never says who reported. */
const toRoster = (issue: Issue, kind: Kind): string => {
  const what = kind === 'reopen' ? '被重新打开' : '刚刚上报'
  const limit = limitOf(issue)
  return `您在值班：有一件限 ${limitLabel(limit)}办理的事${what}，由${ownerOf(issue)}负责，请您留意，需要时到场照看。`
}

/** An instant in the community's words, e.g. "11 月 25 日 14:30". */
export const momentWords = (instant: string): string => wallClock(instant).format('M 月 D 日 HH:mm')

const dayWords = ({ clock }: Issue): string => {
  const [, month, day] = (clock.suspendedUntil ?? '').split('-')
  return month && day ? `${Number(month)} 月 ${Number(day)} 日` : '稍后'
}

const kindOf = (before: Issue | null, { kind, move }: IssueEntry): Kind => {
  if (before === null) return 'reported'
  return kind === 'move' || kind === 'follows' || isFact(kind) ? (move ?? 'progress') : kind
}

/** A private class is not named: an inbox may be read over a shoulder. */
export const noticeTitleOf = (issue: Pick<Issue, 'classCode' | 'code'>): string => {
  const issueClass = classOf(issue.classCode)
  return `${issueClass && !issueClass.isPrivate ? issueClass.name : '事项'} · ${issue.code}`
}

const noticeIdOf = (issue: Issue, recipientId: string): string =>
  `notice:${issue._id}:${issue.timeline.length - 1}:${recipientId}`

/**
 * The messages one change sends: always to the reporter and to the owner, to the owner who has just been relieved, to the night's
 * roster, and to the duty post where the next step is its own (`dutyPersonId`: whoever is there). Followers get an announcement.
 * `entry` is the timeline's newest. Each id follows from issue, entry and recipient, so writing them twice is writing them
 * once. Whoever made the change finds theirs already read; `actorId` is null when the system made it.
 */
export const noticesFor = (
  before: Issue | null,
  after: Issue,
  entry: IssueEntry,
  actorId: string | null,
  dutyPersonId: string | null = null,
): Notice[] => {
  const kind = kindOf(before, entry)
  const texts = new Map<string, string>()
  texts.set(after.reporterId, toReporter[kind](after))
  if (before && before.owner.personId !== after.owner.personId) {
    texts.set(before.owner.personId, `这件事已改由${ownerOf(after)}负责，辛苦了。`)
  }
  for (const { personId } of newlyTold(before, after))
    if (personId !== after.reporterId) texts.set(personId, toRoster(after, kind))
  texts.set(after.owner.personId, toOwner[kind](after))
  const decision = toDutyPost(after, kind)
  if (dutyPersonId && decision) texts.set(dutyPersonId, decision)
  return [...texts].map(([recipientId, text]) => ({
    _id: noticeIdOf(after, recipientId),
    communityId: after.communityId,
    recipientId,
    title: noticeTitleOf(after),
    text,
    subject: { kind: 'issue', id: after._id },
    createdAt: entry.at,
    isRead: recipientId === actorId,
  }))
}

/**
 * What one change tells those who follow the issue, as one announcement; null where nobody follows it or the step is between
 * others. `told`: whoever gets a notice of their own about it.
 */
export const announcementFor = (
  before: Issue | null,
  after: Issue,
  entry: IssueEntry,
  told: readonly string[],
): Announcement | null => {
  const kind = kindOf(before, entry)
  const sentence = toFollower[kind] === undefined ? toReporter[kind] : toFollower[kind]
  const recipientIds = followersOf(after).filter((personId) => !told.includes(personId))
  if (!sentence || recipientIds.length === 0) return null
  return {
    _id: noticeIdOf(after, ''),
    communityId: after.communityId,
    recipientIds,
    title: noticeTitleOf(after),
    text: sentence(after),
    subject: { kind: 'issue', id: after._id },
    createdAt: entry.at,
  }
}
