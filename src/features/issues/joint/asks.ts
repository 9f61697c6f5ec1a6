import type { Step } from '@/shared/kernel/steps'
import type { Ask, AskField } from './ask'

const reason = (label: string, placeholder: string): AskField => ({
  name: 'reason',
  kind: 'lines',
  label,
  max: 500,
  placeholder,
})
const person = (label: string): AskField => ({ name: 'personId', kind: 'person', label })

/** The small forms of joint handling that concern a whole issue, by the act they carry out. */
export const issueAsks = (id: string) =>
  ({
    setLead: {
      key: 'setLead',
      name: 'issues.setLead',
      title: '指定牵头',
      explain: '一件事只有一个牵头，由牵头提交处理结果。原来的牵头会转为协办。',
      submit: '确定',
      done: '已指定，对方会收到通知',
      fields: [person('请谁牵头'), reason('为什么由对方牵头', '例如：沿街堆放，属执法范围')],
      input: ({ personId, words }) => ({ id, personId, reason: words.reason ?? '' }),
    },
    addHelper: {
      key: 'addHelper',
      name: 'issues.addHelper',
      title: '增加协办',
      explain: '协办能看到这件事、记进展，不能提交结果。',
      submit: '确定',
      done: '已邀请，对方会收到通知',
      fields: [
        person('请谁协办'),
        { name: 'task', kind: 'lines', label: '请对方做什么', max: 200, placeholder: '例如：核实店铺门前责任区' },
      ],
      input: ({ personId, words }) => ({ id, personId, task: words.task ?? '' }),
    },
    sendBack: {
      key: 'sendBack',
      name: 'issues.sendBack',
      title: '退回，不属我部门',
      explain: '会退给负责人重新安排。多次退回后，由社区决定由谁来办。',
      submit: '确定退回',
      done: '已退回负责人',
      danger: true,
      fields: [reason('为什么不属本部门', '写清依据，方便负责人找对部门')],
      input: ({ words }) => ({ id, reason: words.reason ?? '' }),
    },
    addCommitment: addCommitment(id),
  }) satisfies Record<string, Ask>

/** A commitment, perhaps made at a meeting. */
export function addCommitment(id: string, meetingId?: string): Ask {
  return {
    key: `addCommitment${meetingId ?? ''}`,
    name: 'issues.addCommitment',
    title: '记一项承诺',
    explain: '写清做什么、谁负责、哪天前完成。到期前会提醒负责的人，过期会标出来。',
    submit: '记下',
    done: '已记下，负责的人会收到通知',
    fields: [
      { name: 'what', kind: 'lines', label: '承诺做什么', max: 200, placeholder: '例如：清运路口建筑垃圾' },
      person('由谁负责'),
      { name: 'dueOn', kind: 'day', label: '哪天前完成' },
    ],
    input: ({ personId, dueOn, words }) => ({
      id,
      what: words.what ?? '',
      personId,
      dueOn,
      ...(meetingId ? { meetingId } : {}),
    }),
  }
}

export const removeHelper = (id: string, { personId, name }: { personId: string; name: string }): Ask => ({
  key: `removeHelper${personId}`,
  name: 'issues.removeHelper',
  title: `不再请${name}协办`,
  explain: '对方会收到通知，之后看不到这件事。',
  submit: '确定',
  done: '已减少协办',
  danger: true,
  fields: [reason('理由', '例如：已经办完，不再需要')],
  input: ({ words }) => ({ id, personId, reason: words.reason ?? '' }),
})

export const completeCommitment = (id: string, what: string): Ask => ({
  key: `completeCommitment${id}`,
  name: 'issues.completeCommitment',
  title: '承诺完成',
  explain: what,
  submit: '完成了',
  done: '已记下，辛苦了',
  fields: [
    { name: 'sentence', kind: 'lines', label: '怎么完成的', max: 500, placeholder: '例如：已清运 12 车，路面冲洗干净' },
    { name: 'fileIds', kind: 'photos', label: '照片', help: '不是必须，有照片更清楚' },
  ],
  input: ({ words, fileIds }) => ({ id, sentence: words.sentence ?? '', fileIds }),
})

export const postponeCommitment = (id: string, what: string): Ask => ({
  key: `postponeCommitment${id}`,
  name: 'issues.postponeCommitment',
  title: '承诺改期',
  explain: `${what}。只能改一次，只能往后改。`,
  submit: '确定改期',
  done: '已改期',
  fields: [{ name: 'dueOn', kind: 'day', label: '改到哪天前' }, reason('为什么改期', '例如：连日下雨，没法施工')],
  input: ({ words, dueOn }) => ({ id, dueOn, reason: words.reason ?? '' }),
})

export const dropCommitment = (id: string, what: string): Ask => ({
  key: `dropCommitment${id}`,
  name: 'issues.dropCommitment',
  title: '撤销承诺',
  explain: what,
  submit: '确定撤销',
  done: '已撤销',
  danger: true,
  fields: [reason('为什么撤销', '例如：商户已自行清理')],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})

export const cancelMeeting = (id: string): Ask => ({
  key: 'cancelMeeting',
  name: 'issues.cancelMeeting',
  title: '取消会议',
  explain: '所有参加的人都会收到通知。',
  submit: '确定取消会议',
  done: '会议已取消，大家会收到通知',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '取消的理由', max: 300, placeholder: '例如：大雪，路不好走' }],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})

export const signInGuest = (id: string): Ask => ({
  key: 'signInGuest',
  name: 'issues.signInAttendee',
  title: '代签临时到场的人',
  explain: '没在邀请名单里的人，写下姓名和单位，签到表上会标明代签。',
  submit: '代签',
  done: '已代签',
  fields: [
    { name: 'name', kind: 'text', label: '姓名', max: 20 },
    { name: 'from', kind: 'text', label: '单位', max: 40, isOptional: true },
  ],
  input: ({ words }) => ({
    id,
    name: words.name ?? '',
    ...(words.from?.trim() ? { from: words.from } : {}),
  }),
})

export const writeMinutes = (id: string, latest: string): Ask => ({
  key: `writeMinutes${latest.length}`,
  name: 'issues.writeMinutes',
  keptAs: `minutes ${id}`,
  title: latest ? '修改纪要' : '写会议纪要',
  explain: '参加的人都会收到通知。改过的每一版都会留下。',
  submit: '保存纪要',
  done: '纪要已保存',
  fields: [
    { name: 'text', kind: 'lines', label: '纪要', max: 5000, start: latest, placeholder: '议了什么，定了什么，谁来做' },
  ],
  input: ({ words }) => ({ id, text: words.text ?? '' }),
})

const stepHints: Partial<Record<Step, string>> = {
  accepted: '例如：已联系双方，约好周五上午调解',
  mediated: '例如：双方到场，就漏水赔偿谈到三千元',
  agreed: '写下协议要点，签字的协议可以拍照',
  fulfilled: '例如：赔偿款已付，防水已重做',
  calledBack: '例如：一周后回访，双方都说没有再漏',
  mended: '例如：楼道杂物已清走，通道畅通',
  rechecked: '例如：现场看过，没有再堆放',
}

export const takeStep = (id: string, step: Step, name: string): Ask => ({
  key: `takeStep${step}`,
  name: 'issues.takeStep',
  keptAs: `step ${id} ${step}`,
  title: `记录${name}`,
  explain: '写清这一步的情况，会留在办理过程里。',
  submit: '记下',
  done: `已记下${name}`,
  fields: [
    { name: 'text', kind: 'lines', label: `${name}情况`, max: 2000, placeholder: stepHints[step] ?? '' },
    { name: 'fileIds', kind: 'photos', label: '照片', help: '不是必须，请不要拍到人脸' },
  ],
  input: ({ words, fileIds }) => ({ id, step, text: words.text ?? '', fileIds }),
})

/** A former name is a switch of its own: it stays hidden from others until somebody says that it was never a party's. */
export const setParties = (id: string, parties: readonly string[], former: readonly string[]): Ask => ({
  key: `setParties${parties.length} ${former.length}`,
  name: 'issues.setParties',
  title: '登记当事人',
  explain: '姓名只有办理的人能看到，别人看到的是“当事人甲、乙”。',
  submit: '保存',
  done: '已登记',
  fields: [
    {
      name: 'parties',
      kind: 'lines',
      label: '姓名，一行一位',
      max: 200,
      start: parties.join('\n'),
      placeholder: '至少两位',
    },
    ...former.map((name) => ({
      name: `not ${name}`,
      kind: 'switch' as const,
      label: `“${name}”是登记错的`,
      help: '原来登记过，别人看到的文字里一直隐去。从来不是当事人的才打开，打开后不再隐去。',
    })),
  ],
  input: ({ words }) => {
    const notParties = former.filter((name) => words[`not ${name}`])
    return {
      id,
      parties: (words.parties ?? '').split(/[\n、，,]+/).flatMap((name) => name.trim() || []),
      ...(notParties.length > 0 ? { notParties } : {}),
    }
  },
})
