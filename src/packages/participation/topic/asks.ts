import type { Ask } from '@/features/issues/joint/ask'

export const commentAsk = (id: string): Ask => ({
  key: 'comment',
  name: 'consultations.addComment',
  keptAs: `comment ${id}`,
  title: '发表意见',
  explain: '通过审核后大家看得到，会显示您的名字。',
  submit: '发表',
  done: '已提交，审核通过后大家看得到',
  fields: [{ name: 'text', kind: 'lines', label: '意见', max: 500, placeholder: '您怎么看' }],
  input: ({ words }) => ({ id, text: words.text ?? '' }),
})

export const withdrawAsk = (id: string): Ask => ({
  key: 'withdraw',
  name: 'consultations.withdrawTopic',
  title: '撤回议题',
  explain: '撤回以后就不再议了，附议和意见也不再继续。',
  submit: '撤回',
  done: '已撤回',
  danger: true,
  fields: [],
  input: () => ({ id }),
})

export const declineAsk = (id: string): Ask => ({
  key: 'decline',
  name: 'consultations.reviewTopic',
  title: '初审不通过',
  explain: '提议人会收到原因。',
  submit: '不通过',
  done: '已告知提议人',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 300, placeholder: '例如：属于供电公司，已转告' }],
  input: ({ words }) => ({ id, decision: 'decline', reason: words.reason ?? '' }),
})

export const cancelMeetingAsk = (id: string, meetingId: string): Ask => ({
  key: `cancel-${meetingId}`,
  name: 'consultations.cancelMeeting',
  title: '取消会议',
  explain: '通知过的人都会收到原因。',
  submit: '取消会议',
  done: '已取消，大家会收到通知',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 200, placeholder: '例如：下大雪，改期' }],
  input: ({ words }) => ({ id, meetingId, reason: words.reason ?? '' }),
})

export const minutesAsk = (
  id: string,
  meetingId: string,
  before: { text: string; photos: readonly string[] } | null,
): Ask => ({
  key: `minutes-${meetingId}`,
  name: 'consultations.writeMinutes',
  keptAs: `minutes ${meetingId}`,
  title: '会议纪要',
  explain: '谁说了什么、商量出什么。改过的每一版都留着。',
  submit: '保存纪要',
  done: '纪要已保存',
  fields: [
    { name: 'text', kind: 'lines', label: '纪要', max: 5000, placeholder: '会上商量了什么', start: before?.text ?? '' },
    {
      name: 'fileIds',
      kind: 'photos',
      label: before?.photos.length ? '再加照片' : '照片',
      help: '会场、手写的纪要或签到表，不是必须；有电话的请遮住',
    },
    ...(before?.photos.length
      ? [
          {
            name: 'dropsPhotos',
            kind: 'switch' as const,
            label: '去掉原来的照片',
            help: `原来有 ${before.photos.length} 张，不去掉就一起留着`,
          },
        ]
      : []),
  ],
  input: ({ words, fileIds }) => ({
    id,
    meetingId,
    text: words.text ?? '',
    fileIds,
    dropsPhotos: Boolean(words.dropsPhotos),
  }),
})

export const goBackAsk = (id: string): Ask => ({
  key: 'goBack',
  name: 'consultations.goBackToMeeting',
  keptAs: `goBack ${id}`,
  title: '退回重议',
  explain: '原来的决议留在经过里，参与的人都会收到原因。',
  submit: '退回重议',
  done: '已退回，大家会收到通知',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 300, placeholder: '例如：公示中三户提出异议' }],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})

export const reportAsk = (id: string): Ask => ({
  key: 'report',
  name: 'consultations.reportBack',
  keptAs: `report ${id}`,
  title: '回告结果',
  explain: '每位提议、附议、发言、投票和到会的人都会收到。',
  submit: '回告大家',
  done: '已回告',
  fields: [
    { name: 'text', kind: 'lines', label: '结果', max: 2000, placeholder: '办了什么，什么时候办完的' },
    { name: 'fileIds', kind: 'photos', label: '照片', help: '办完的样子，不是必须' },
  ],
  input: ({ words, fileIds }) => ({ id, text: words.text ?? '', fileIds }),
})

export const growAsk = (id: string): Ask => ({
  key: 'grow',
  name: 'consultations.growProject',
  title: '立成项目',
  explain: '内容、负责人和期限照决议，不用再填；接下来在项目里做预算、公示和施工。参与的人都会收到通知。',
  submit: '立成项目',
  done: '已立成项目，参与的人会收到通知',
  fields: [],
  input: () => ({ id }),
})
