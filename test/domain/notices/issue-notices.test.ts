import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { issueClasses } from '@/shared/domain/issues/classes'
import type { Issue, IssueEntry } from '@/shared/domain/issues/issue'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { announcementFor, noticesFor } from '@/shared/domain/notices/issue-notices'
import { noticeRecord } from '@/shared/domain/notices/notice'
import { issueMoveNames, type IssueMove } from '@/shared/kernel/vocabulary'
import { followerOf, issueIn, morning, owner, partyOf, person, report } from '../issues/people'

const entryOf = (issue: Issue, kind: IssueEntry['kind'], move: IssueMove | null = null): IssueEntry => ({
  ...issue.timeline.at(-1)!,
  kind,
  move,
  text: '写下的话：张三 13800000000',
})

const told = (notices: ReturnType<typeof noticesFor>) => notices.map(({ recipientId }) => recipientId).sort()

test('a new issue is told to its reporter and its owner, each in their own words', () => {
  const issue = newIssue(report(), morning, defaultIssueRules)
  const notices = noticesFor(null, issue, issue.timeline.at(-1)!, 'reporter')
  expect(notices.map((notice) => noticeRecord.parse(notice))).toEqual(notices)
  expect(notices).toEqual([
    expect.objectContaining({
      recipientId: 'reporter',
      isRead: true,
      text: expect.stringContaining('专职网格员某owner'),
    }),
    expect.objectContaining({ recipientId: 'owner', isRead: false, text: expect.stringContaining('由您负责') }),
  ])
})

const steps: [IssueEntry['kind'], IssueMove | null][] = [
  ...(Object.keys(issueMoveNames) as IssueMove[]).map((move): [IssueEntry['kind'], IssueMove] => ['move', move]),
  ['progress', null],
  ['rating', null],
]

test.each(steps)('%s %s is told to both, in a sentence without what anybody wrote or who reported', (kind, move) => {
  const issue = issueIn('verifying', { reporterName: '李秘密', text: '家里的私事' })
  for (const changed of [issue, { ...issue, isSupervised: true }, issueIn('closed'), issueIn('suspended')]) {
    const notices = noticesFor(issue, changed, entryOf(changed, kind, move), null)
    expect(told(notices)).toEqual(['owner', 'reporter'])
    for (const { text, title } of notices) {
      expect(text).toMatch(/[\u4e00-\u9fff].*[。！]$/)
      expect(title + text).not.toMatch(/李秘密|私事|张三|138|undefined|null|NaN/)
    }
  }
})

test('an owner who is relieved hears of it too', () => {
  const before = issueIn('handling')
  const after = { ...issueIn('dispatched'), owner: partyOf(person('next'), 'gridWorker') }
  const notices = noticesFor(before, after, entryOf(after, 'move', 'passOn'), 'owner')
  expect(told(notices)).toEqual(['next', 'owner', 'reporter'])
  expect(notices.find(({ recipientId }) => recipientId === 'owner')).toMatchObject({ isRead: true })
  expect(notices.find(({ recipientId }) => recipientId === 'next')).toMatchObject({ isRead: false })
})

test('a worker who reported what they own themself reads one message, not two', () => {
  const issue = issueIn('handling', { reporterId: owner.personId })
  expect(told(noticesFor(issue, issue, entryOf(issue, 'move', 'start'), 'owner'))).toEqual(['owner'])
})

test.each(steps)('%s %s is announced to those who follow it, where it concerns them', (kind, move) => {
  const followers = [followerOf('neighbour'), followerOf('neighbour', { issueId: 'second' }), followerOf('owner')]
  const issue = issueIn('handling', { followers })
  const entry = entryOf(issue, kind, move)
  const notices = noticesFor(issue, issue, entry, null)
  expect(told(notices)).toEqual(['owner', 'reporter'])
  const announced = announcementFor(issue, issue, entry, told(notices))
  const isBetweenOthers = kind === 'rating' || ['return', 'resubmit', 'appeal'].includes(move ?? '')
  expect(announced?.recipientIds ?? []).toEqual(isBetweenOthers ? [] : ['neighbour'])
  if (announced) expect(announced.text).not.toMatch(/您确认|评价|申诉/)
  expect(announcementFor(issue, { ...issue, classCode: 'dispute' }, entry, [])).toBeNull()
  expect(announcementFor(issue, { ...issue, followers: [] }, entry, [])).toBeNull()
})

test('told twice is told once: the ids follow from the issue, the entry and the recipient', () => {
  const issue = issueIn('handling')
  const ids = () => noticesFor(issue, issue, entryOf(issue, 'move', 'start'), null).map(({ _id }) => _id)
  expect(ids()).toEqual(ids())
  const later = { ...issue, timeline: [...issue.timeline, entryOf(issue, 'progress')] }
  const further = noticesFor(issue, later, entryOf(later, 'progress'), null).map(({ _id }) => _id)
  expect(new Set([...ids(), ...further]).size).toBe(4)
})

test('a private class is not named in the inbox', () => {
  for (const { code, name, isPrivate } of issueClasses) {
    const issue = issueIn('handling', {}, code)
    const titles = noticesFor(issue, issue, entryOf(issue, 'progress'), null).map(({ title }) => title)
    for (const title of titles) expect(title.includes(name)).toBe(!isPrivate)
  }
})
