import type { Issue } from '../issues/issue'
import type { FactKind } from './fact-kinds'
import { momentWords, ownerOf, noticeTitleOf } from './issue-notices'
import type { Notice } from './notice'

type Told = { readonly owner?: string; readonly reporter?: string; readonly decider?: string }

const dueWords = ({ clock }: Issue): string =>
  clock.pausedAt === null ? `新的时限是 ${momentWords(clock.dueAt)}` : '恢复处理后按延长的时限计时'

/** What each reads of a fact beside the state. Why somebody asked or decided so stays behind the tap. */
const textsOf = (issue: Issue, kind: FactKind): Told => {
  const { extension, supervision } = issue
  switch (kind) {
    case 'extensionAsked':
      return extension
        ? {
            decider: `${ownerOf(issue)}申请把这件事延期到 ${momentWords(extension.until)}，请您在 ${momentWords(extension.decideBy)} 前决定同意不同意。`,
          }
        : {}
    case 'extensionAgreed':
      return { owner: `延期已同意，${dueWords(issue)}。`, reporter: `这件事需要多一些时间，${dueWords(issue)}。` }
    case 'extensionRefused':
      return { owner: `延期没有同意，时限仍是 ${momentWords(issue.clock.dueAt)}。打开可以看到理由。` }
    case 'supervised':
      return {
        owner: `这件事已由社区督办，请在 ${momentWords(supervision?.answerBy ?? issue.updatedAt)} 前记一条进展，说明办理情况。`,
        reporter: '社区正在督办这件事，会盯着办下去。',
      }
    case 'supervisionEnded':
      return { owner: '这件事已解除督办，请继续办好。' }
  }
}

/**
 * The messages of a fact beside the state, which stands as the newest line of the history. Each id follows from issue, line and
 * recipient, so writing them twice is writing them once. Whoever did it finds theirs already read.
 */
export const factNotices = (
  issue: Issue,
  kind: FactKind,
  { actorId, deciderId = null }: { actorId: string; deciderId?: string | null },
): Notice[] => {
  const { owner, reporter, decider } = textsOf(issue, kind)
  const texts = new Map<string, string>()
  if (reporter) texts.set(issue.reporterId, reporter)
  if (owner) texts.set(issue.owner.personId, owner)
  if (decider && deciderId) texts.set(deciderId, decider)
  return [...texts].map(([recipientId, text]) => ({
    _id: `notice:${issue._id}:${issue.timeline.length - 1}:${recipientId}`,
    communityId: issue.communityId,
    recipientId,
    title: noticeTitleOf(issue),
    text,
    subject: { kind: 'issue', id: issue._id },
    createdAt: issue.updatedAt,
    isRead: recipientId === actorId,
  }))
}
