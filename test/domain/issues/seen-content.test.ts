import { checkSeenBy, contentSeenBy, hiddenWords } from '@/shared/domain/issues/seen-content'
import { publicPartsOf } from '@/shared/domain/issues/public-parts'
import { detailOf } from '@/shared/domain/issues/view'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { addProgress } from '@/shared/domain/issues/progress'
import type { Issue } from '@/shared/domain/issues/issue'
import { isRefusal } from '@/shared/kernel/decision'
import { communityWorker, follower, issueIn, morning, owner, partyOf, person, reporter } from './people'

const [good, bad, after] = ['cloud://x/good.jpg', 'cloud://x/bad.jpg', 'cloud://x/after.jpg'] as const
const neighbour = person('neighbour')
const worked = (changes: Partial<Issue> = {}): Issue => {
  const issue = issueIn(
    'handling',
    {
      fileIds: [good, bad],
      followers: [follower(neighbour.personId)],
      text: '电话13812345678',
      passedFileIds: [good],
      ...changes,
    },
    'litter',
  )
  const noted = addProgress(issue, { text: '已到现场', fileIds: [after] }, owner, morning)
  if (isRefusal(noted)) throw new Error(noted.refused)
  return noted
}
const urls = new Map([good, bad, after].map((fileId) => [fileId, `https://x/${fileId}`]))
const shownTo = (issue: Issue, viewer: typeof neighbour): string =>
  JSON.stringify(detailOf(issue, viewer, { urls, rules: defaultIssueRules, parent: null, children: [] }, morning))

test('whoever only reported the same sees neither words nor photos that have not passed', () => {
  const seen = shownTo(worked(), neighbour)
  expect(seen).toContain(hiddenWords)
  for (const hidden of ['13812345678', bad, after]) expect(seen).not.toContain(hidden)
  expect(seen).toContain(good)
})

test('and words that have passed only without the numbers in them', () => {
  const seen = shownTo(worked({ textCheck: 'passed', place: { ...worked().place, words: '找13912345678' } }), neighbour)
  expect(seen).toContain('***')
  expect(seen).not.toMatch(/13[89]12345678/)
})

test('what residents wrote along the way is not checked, so neighbours do not read it; what staff wrote they do', () => {
  const issue = worked()
  const returned = {
    ...issue.timeline[0]!,
    kind: 'move' as const,
    move: 'resubmit' as const,
    text: '补充一句',
    actor: { personId: reporter.personId, name: '某', role: null },
  }
  const { timeline } = contentSeenBy({ ...issue, timeline: [...issue.timeline, returned] }, neighbour)
  expect(timeline.map(({ text }) => text)).toContain('已到现场')
  expect(timeline.at(-1)?.text).toBeNull()
})

test('the reporter and staff see all of it at once', () => {
  for (const viewer of [reporter, owner, communityWorker]) expect(contentSeenBy(worked(), viewer)).toEqual(worked())
})

test('where the check stands is for the reporter and staff, and why for staff', () => {
  const held = worked({
    contentCheck: {
      round: 1,
      dueAt: null,
      failures: 0,
      asked: [],
      held: [{ subject: bad, verdict: 'risky', label: '99999' }],
      decisions: [],
    },
  })
  expect(checkSeenBy(held, owner)).toMatchObject({
    state: 'held',
    reasons: ['照片 2：疑似其他风险，不公开'],
    decisions: [],
  })
  expect(checkSeenBy(held, communityWorker)?.decisions).toEqual(['askAgain'])
  expect(checkSeenBy(held, reporter)).toMatchObject({ state: 'held', reasons: [] })
  expect(checkSeenBy(held, neighbour)).toBeNull()
  expect(checkSeenBy(issueIn('handling', {}, 'hardship'), owner)).toBeNull()
})

test('strangers get what passed and nothing else', () => {
  expect(publicPartsOf(worked())).toEqual({ text: '', fileIds: [good], resultFileIds: [] })
  expect(publicPartsOf(worked({ textCheck: 'passed', resultFileIds: [after] })).text).toBe('电话***')
})

test('whoever deals with it from outside, or with an unnamed report, reads neither numbers nor the name; what they wrote stays', () => {
  const manager = person('manager', ['propertyManager', 'estate', 'e-1'])
  const issue = issueIn(
    'handling',
    { text: `我是${worked().reporterName}，打13812345678，3号楼2单元301` },
    'powerLight',
  )
  const owned = (isUnnamed: boolean, by: typeof manager): Issue => {
    const its = { ...issue, isUnnamed, owner: partyOf(by, by.postings[0]!.role), leadId: by.personId }
    const noted = addProgress(its, { text: '厂家电话05337001234', fileIds: [] }, by, morning)
    if (isRefusal(noted)) throw new Error(noted.refused)
    return noted
  }
  for (const its of [owned(false, manager), owned(true, owner)]) {
    const by = its.isUnnamed ? owner : manager
    const seen = shownTo(its, by)
    for (const hidden of ['13812345678', its.reporterName]) expect(seen).not.toContain(hidden)
    for (const shown of ['301', '05337001234']) expect(seen).toContain(shown)
    expect(shownTo(its, communityWorker)).toContain('13812345678')
  }
  expect(shownTo(owned(false, owner), owner)).toContain('13812345678')
})
