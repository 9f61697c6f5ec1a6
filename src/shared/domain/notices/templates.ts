import { wallClock } from '../../kernel/time'
import { issueStateNames } from '../../kernel/vocabulary'
import { classOf } from '../issues/classes'
import { followersOf } from '../issues/followers'
import type { Issue } from '../issues/issue'
import type { TemplateKey } from './template-ids'

/**
 * The subscribe messages (订阅消息) of the product: what to choose in the account's template library, and the fields it has to be given, in the
 * library's own names. The ids a template gets differ from account to account, so they come from the environment (WECHAT_TEMPLATES).
 */
export const templates: Readonly<Record<TemplateKey, { title: string; fields: Readonly<Record<string, string>> }>> = {
  issueProgress: {
    title: '事项办理进度提醒',
    fields: { thing1: '事项类别', character_string2: '事项编号', phrase3: '当前状态', time4: '更新时间' },
  },
  staffTask: {
    title: '待办事项提醒',
    fields: { thing1: '事项类别', character_string2: '事项编号', phrase3: '当前状态', time4: '派发时间' },
  },
}

const thingMax = 20

/** The fields of a message about an issue: class, code, state and time, never what somebody wrote or who they are. A private class is not named. */
export const messageFields = (
  issue: Pick<Issue, 'classCode' | 'code' | 'state'>,
  at: string,
): Record<string, string> => {
  const issueClass = classOf(issue.classCode)
  const name = issueClass && !issueClass.isPrivate ? issueClass.name : '事项'
  return {
    thing1: [...name].slice(0, thingMax).join(''),
    character_string2: issue.code,
    phrase3: issueStateNames[issue.state],
    time4: wallClock(at).format('YYYY年MM月DD日 HH:mm'),
  }
}

/** Which message a notice about an issue becomes for somebody: to those who reported it its progress, to everybody else a task. */
export const templateFor = (issue: Issue, recipientId: string): TemplateKey =>
  issue.reporterId === recipientId || followersOf(issue).includes(recipientId) ? 'issueProgress' : 'staffTask'
