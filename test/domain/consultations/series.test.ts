import type { Consultation, Meeting } from '@/shared/domain/consultations/records'
import { seriesOf } from '@/shared/domain/consultations/series'

const meeting: Meeting = {
  id: 'sitting-1',
  number: 1,
  startsAt: '2026-11-10T11:00:00.000Z',
  place: '社区二楼',
  agenda: '装在哪一侧',
  secret: 's',
  cancelledFor: null,
  minutes: [],
}
const topic: Consultation = {
  _id: 'topic-1',
  communityId: 'xinsheng',
  title: '路灯',
  text: '北门太黑',
  scope: { kind: 'community', id: 'xinsheng' },
  proposerId: 'p-1',
  proposedAs: 'resident',
  textCheck: 'passed',
  checkDueAt: null,
  checkFailures: 0,
  step: 'reported',
  end: null,
  isOpen: false,
  history: [
    {
      act: 'closeVote',
      step: 'meeting',
      at: '2026-11-11T12:01:00.000Z',
      byId: null,
      words: '装不装：装 7 票，不装 0 票',
    },
    { act: 'goBack', step: 'scheduling', at: '2026-11-12T01:00:00.000Z', byId: 'p-2', words: '三户不同意' },
  ],
  runnerId: null,
  joinedIntoId: null,
  projectId: 'project-1',
  supports: 0,
  meetings: [meeting],
  vote: null,
  resolution: { text: '装', ownerId: 'p-3', dueOn: '2026-12-31', at: '2026-11-13T01:00:00.000Z' },
  notice: null,
  report: { text: '亮了', fileIds: [], at: '2026-11-20T01:00:00.000Z' },
  nextAt: null,
  createdAt: '2026-11-01T01:00:00.000Z',
  updatedAt: '2026-11-20T01:00:00.000Z',
}

test('a meeting, a vote, what was taken back, resolved and reported stand in the order in which they came, over all topics', () => {
  const other = {
    ...topic,
    _id: 'topic-2',
    title: '电费',
    history: [],
    report: null,
    resolution: null,
    meetings: [{ ...meeting, id: 'sitting-2', startsAt: '2026-11-11T11:00:00.000Z', cancelledFor: '下大雪' }],
  }
  expect(seriesOf([other, topic]).map(({ topicTitle, kind, head, words }) => [topicTitle, kind, head, words])).toEqual([
    ['路灯', 'meeting', '第 1 次会议，社区二楼', '装在哪一侧'],
    ['电费', 'cancelled', '第 1 次会议，社区二楼（取消）', '下大雪'],
    ['路灯', 'vote', '表决结束', '装不装：装 7 票，不装 0 票'],
    ['路灯', 'goBack', '退回重议', '三户不同意'],
    ['路灯', 'resolution', '决议', '装'],
    ['路灯', 'report', '回告结果', '亮了'],
  ])
})

test('minutes stand in for the agenda, a long text is cut', () => {
  const written = { text: '好'.repeat(500), fileIds: [], at: '2026-11-10T13:00:00.000Z', byId: 'p-2' }
  const running = {
    ...topic,
    meetings: [{ ...meeting, minutes: [written] }],
  }
  const entries = seriesOf([running])
  expect(entries[0]!.words).toBe(`${'好'.repeat(160)}…`)
})

test('a text is cut between characters, and never within an emoji', () => {
  const written = { text: `好${'🌳'.repeat(300)}`, fileIds: [], at: '2026-11-10T13:00:00.000Z', byId: 'p-2' }
  const [first] = seriesOf([{ ...topic, meetings: [{ ...meeting, minutes: [written] }] }])
  expect(first!.words).toBe(`好${'🌳'.repeat(159)}…`)
})
