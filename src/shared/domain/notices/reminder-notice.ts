import { currentExtension } from '../issues/extension'
import type { Issue } from '../issues/issue'
import type { ReminderLevel } from '../issues/reminders-shape'
import { classOf } from '../issues/classes'
import { reminderIdOf } from '../issues/reminders'
import { dayMs, toInstant } from '../../kernel/time'
import { momentWords, ownerOf, noticeTitleOf } from './issue-notices'
import type { Notice } from './notice'

const toOwner = (issue: Issue, now: number): string => {
  const due = momentWords(issue.clock.dueAt)
  if (now >= Date.parse(issue.clock.dueAt)) return `这件事的时限 ${due} 已经过了，请尽快办结。`
  const way = currentExtension(issue) ? '' : '确实来不及，可以申请延期一次。'
  return `时限已用去四分之三，请在 ${due} 前办结。${way}`
}

/** What somebody reads, in words that are true at the moment it is sent, however late that is. */
const textOf = (issue: Issue, level: ReminderLevel, now: number): string => {
  const due = momentWords(issue.clock.dueAt)
  const owner = ownerOf(issue)
  switch (level) {
    case 'amber':
      return toOwner(issue, now)
    case 'due':
      return `这件事 ${due} 到时限，还没有办结，由${owner}负责，请您过问一下。`
    case 'plusOne':
      return `这件事超过时限（${due}）已满 1 个工作日，由${owner}负责，请社区协调。`
    case 'plusThree':
      return `这件事超过时限（${due}）已满 3 个工作日，由${owner}负责，请督促办理。${
        classOf(issue.classCode)?.isPrivate === false ? '' : '内容不公开，需要时请联系社区。'
      }`
    case 'decision':
      if (issue.state === 'reported')
        return `这件事回到社区等着派单，应在 ${momentWords(issue.decisionDueAt ?? issue.clock.dueAt)} 前派出去，请您尽快派单。`
      return `这件事转交多次，应在 ${momentWords(issue.decisionDueAt ?? issue.clock.dueAt)} 前定下由谁负责，请您尽快决定。`
    case 'recheck': {
      const mended = (issue.steps ?? []).filter(({ step }) => step === 'mended').at(-1)
      const at = mended?.at ?? issue.updatedAt
      const days = Math.floor((now - Date.parse(at)) / dayMs)
      return `隐患 ${momentWords(at)} 整改，已满 ${days} 天还没有人复查，请您到现场看一看，再在这件事里记下复查。`
    }
    case 'followUp':
      return '这件事办结四周了，还好吗？请打开点一下：还好，或者又坏了。'
    case 'extension': {
      const asked = currentExtension(issue)
      return `${owner}申请延期，应在 ${momentWords(asked?.decideBy ?? issue.clock.dueAt)} 前答复，请您尽快决定。`
    }
  }
}

/** One reminder to one person. Its id follows from issue, clock and level, not from the recipient: it is told once, whoever gets it. */
export const reminderNotice = (issue: Issue, level: ReminderLevel, recipientId: string, now: number): Notice => ({
  _id: reminderIdOf(issue, level),
  communityId: issue.communityId,
  recipientId,
  title: noticeTitleOf(issue),
  text: textOf(issue, level, now),
  subject: { kind: 'issue', id: issue._id },
  createdAt: toInstant(now),
  isRead: false,
})
