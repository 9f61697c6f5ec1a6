import { actsFor, formIssue, formMove, tallyWords } from '@/packages/gridwork/queue/acts'
import { choicesIn, everything, isNarrowed, narrowed } from '@/packages/gridwork/queue/filter'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { issueClasses } from '@/shared/domain/issues/classes'
import { classesIn } from '@/shared/domain/issues/staff-groups'
import { staffGroups } from '@/shared/kernel/staff-groups'

const row = (fields: Partial<IssueBrief>): IssueBrief => ({
  id: 'a',
  code: '1125-K7M3',
  classCode: 'litter',
  className: '暴露垃圾',
  text: '门口有一堆垃圾',
  placeLabel: '陶埙苑 1 号楼',
  gridName: '第六网格',
  state: 'dispatched',
  stateName: '待处理',
  result: null,
  ownerName: '王某',
  createdAt: '2026-11-25T01:00:00.000Z',
  updatedAt: '2026-11-25T01:00:00.000Z',
  dueAt: '2026-11-25T09:00:00.000Z',
  urgency: 'normal',
  photoCount: 0,
  isRated: false,
  joinedCount: 0,
  hasJoined: false,
  reporterUntil: null,
  ...fields,
})
const rows = [
  row({ id: 'litter' }),
  row({ id: 'lamp', classCode: 'powerLight', className: '路灯', state: 'handling', urgency: 'amber', text: '灯不亮' }),
  row({ id: 'noise', classCode: 'noise', className: '噪音', urgency: 'red', code: '1125-ZZZZ' }),
]
const idsOf = (filter: Partial<typeof everything>) => narrowed(rows, { ...everything, ...filter }).map(({ id }) => id)

describe('the filter of a queue', () => {
  test.each([
    [{}, ['litter', 'lamp', 'noise']],
    [{ group: 'clean' }, ['litter']],
    [{ group: 'people' }, ['noise']],
    [{ state: 'handling' }, ['lamp']],
    [{ due: 'pressing' }, ['lamp', 'noise']],
    [{ due: 'late' }, ['noise']],
    [{ words: ' zzzz ' }, ['noise']],
    [{ words: '陶埙苑 灯' }, ['lamp']],
    [{ words: '王某', group: 'facility' }, ['lamp']],
    [{ words: '没有这样的' }, []],
  ] as const)('%j gives %j', (filter, ids) => expect(idsOf(filter)).toEqual(ids))

  test('says how many choices are in force, and whether anything is', () => {
    expect(choicesIn({ ...everything, words: '灯', due: 'late' })).toBe(1)
    expect(isNarrowed(everything)).toBe(false)
    expect(isNarrowed({ ...everything, words: ' ' })).toBe(false)
    expect(isNarrowed({ ...everything, words: '灯' })).toBe(true)
  })

  test('every class is in exactly one group', () => {
    const all = staffGroups.flatMap(classesIn)
    expect([...all].sort()).toEqual(issueClasses.map(({ code }) => code).sort())
  })
})

describe('what can be done with chosen rows', () => {
  const reasons = (chosen: IssueBrief[]) =>
    Object.fromEntries(actsFor(chosen).map(({ act, issues, reason }) => [act, reason ?? issues.length]))

  test('one that waits: everything', () =>
    expect(reasons([rows[0]!])).toEqual({
      start: 1,
      submit: 1,
      solveOnSpot: 1,
      progress: '选中的都不在这一步',
      passOn: 1,
    }))
  test('one begun on this phone can be given a note', () =>
    expect(actsFor([rows[0]!], ['litter']).find(({ act }) => act === 'progress')).toMatchObject({
      issues: [{ id: 'litter' }],
    }))
  test('one in hand is not started again', () =>
    expect(reasons([rows[1]!])).toMatchObject({ start: '选中的都不在这一步', solveOnSpot: '选中的都不在这一步' }))
  test('several: what needs no words of its own', () =>
    expect(reasons(rows)).toEqual({
      start: 2,
      submit: '一次只能选一件',
      solveOnSpot: '一次只能选一件',
      progress: 1,
      passOn: 3,
    }))

  test('a class that asks for photos asks for them on the phone too, the one before only where there is none', () => {
    const needsOf = (fields: Partial<IssueBrief>) => formMove('solveOnSpot', formIssue(row(fields), 'me', 'now')).needs
    expect(needsOf({})).toEqual(['result', 'sentence', 'beforeFileIds', 'fileIds'])
    expect(needsOf({ photoCount: 2 })).toEqual(['result', 'sentence', 'fileIds'])
    expect(needsOf({ classCode: 'noise' })).toEqual(['result', 'sentence'])
  })

  test('what became of them is told in one sentence', () => {
    expect(tallyWords({ sent: 3, kept: 0, refused: 0 })).toBe('3 件已办')
    expect(tallyWords({ sent: 1, kept: 2, refused: 1 })).toContain('2 件存在手机里')
  })
})
