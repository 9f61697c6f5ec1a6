import { topicAnnouncements } from '@/shared/domain/consultations/notices'

const about = { _id: 'topic-1', communityId: 'xinsheng', title: '路灯' }
const said = { title: '议题有结果了', text: '办完了' }

test('a message to a whole town goes in several, each to others, and none to nobody', () => {
  const people = Array.from({ length: 4500 }, (_, at) => `p-${at}`)
  const announcements = topicAnnouncements(about, 'notice-1', people, said, 0)
  expect(announcements.map(({ recipientIds }) => recipientIds.length)).toEqual([2000, 2000, 500])
  expect(announcements.flatMap(({ recipientIds }) => recipientIds)).toEqual(people)
  expect(new Set(announcements.map(({ _id }) => _id)).size).toBe(3)
  expect(topicAnnouncements(about, 'notice-1', [], said, 0)).toEqual([])
})
