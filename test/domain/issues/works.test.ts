import fc from 'fast-check'
import { refusalOfWorks, setWorks, worksDaysOf } from '@/shared/domain/issues/works'
import { filesOfWorks, type Works } from '@/shared/domain/issues/works-shape'
import { worksShownOf } from '@/shared/domain/issues/works-view'
import { isRefusal } from '@/shared/kernel/decision'
import { addDays } from '@/shared/kernel/time'
import { issueStates } from '@/shared/kernel/vocabulary'
import { communityWorker, frozen, groupLeader, issueIn, morning, owner, reporter, stranger } from './people'

const today = '2026-11-25'
const works = (changes: Partial<Works> = {}): Works => ({
  what: '垃圾堆改草地',
  startOn: '2026-11-02',
  endOn: '2026-11-19',
  areaSquareMeters: 600,
  pairs: [
    { spot: '南侧', beforeId: 'cloud://x/b1.jpg', afterId: 'cloud://x/a1.jpg' },
    { spot: '东侧', beforeId: 'cloud://x/b2.jpg', afterId: null },
  ],
  ...changes,
})

describe('how long they took', () => {
  test('first and last day both counted: from the 2nd to the 19th are eighteen', () => {
    expect(worksDaysOf(works(), today)).toBe(18)
    expect(worksDaysOf(works({ endOn: '2026-11-02' }), today)).toBe(1)
  })

  test('to today while they go on, and none before they begin', () => {
    expect(worksDaysOf(works({ endOn: null }), today)).toBe(24)
    expect(worksDaysOf(works({ startOn: '2026-11-26', endOn: null }), today)).toBe(0)
  })

  test('a day more at either end is a day more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 100 }), (length, more) => {
        const short = works({ endOn: addDays('2026-11-02', length) })
        const days = worksDaysOf(short, today)
        expect(days).toBe(length + 1)
        expect(worksDaysOf({ ...short, startOn: addDays(short.startOn, -more) }, today)).toBe(days + more)
      }),
    )
  })
})

describe('who notes them, and when', () => {
  test('owner, lead and desk, in the states in which there is something to note', () => {
    const open = ['dispatched', 'handling', 'suspended', 'verifying', 'closed']
    for (const state of issueStates) {
      const expected = open.includes(state) ? null : { refused: 'WORKS_NOT_NOW' }
      for (const actor of [owner, communityWorker]) expect(refusalOfWorks(issueIn(state), actor)).toEqual(expected)
      for (const actor of [groupLeader, reporter, stranger])
        expect(refusalOfWorks(issueIn(state), actor)).toEqual({ refused: 'FORBIDDEN' })
    }
  })

  test.each([
    ['end before they begin', { startOn: '2026-11-20', endOn: '2026-11-19' }, false],
    ['end on the day they begin', { startOn: '2026-11-19' }, true],
    ['end tomorrow', { endOn: '2026-11-26' }, false],
    ['end today', { endOn: today }, true],
    ['begin a year from now', { startOn: addDays(today, 365), endOn: null }, true],
    ['begin later than that', { startOn: addDays(today, 366), endOn: null }, false],
    ['began three years ago', { startOn: addDays(today, -1095) }, true],
    ['began earlier than that', { startOn: addDays(today, -1096) }, false],
  ] as const)('that %s', (_name, changes, isTaken) => {
    const made = setWorks(frozen(issueIn('handling')), works(changes), owner, morning)
    expect(isRefusal(made) ? made : 'taken').toEqual(isTaken ? 'taken' : { refused: 'WORKS_DAYS_UNFIT' })
  })

  test('the history keeps in words what each noting said, the issue the last', () => {
    const first = setWorks(issueIn('handling'), works({ endOn: null, areaSquareMeters: null }), owner, morning)
    if (isRefusal(first)) throw new Error(first.refused)
    const second = setWorks(first, works(), owner, morning)
    if (isRefusal(second)) throw new Error(second.refused)
    expect(second.works).toEqual(works())
    expect(second.timeline.slice(-2).map(({ title, text }) => [title, text])).toEqual([
      ['整治工程', '垃圾堆改草地，2026-11-02 开工'],
      ['整治工程', '垃圾堆改草地，2026-11-02 至 2026-11-19，历时 18 天，面积 600 平方米'],
    ])
    expect(second.state).toBe('handling')
  })
})

describe('what is shown of them', () => {
  const urls = new Map(filesOfWorks(works()).map((fileId) => [fileId, `https://${fileId}`]))
  const shown = (mayShow?: (fileId: string) => boolean, some = urls) =>
    worksShownOf({ works: works() }, some, morning, mayShow)?.pairs.map(({ spot, after }) => [spot, after !== null])

  test('pairs at the same spot, the second photo where there is one', () => {
    expect(filesOfWorks(works())).toEqual(['cloud://x/b1.jpg', 'cloud://x/a1.jpg', 'cloud://x/b2.jpg'])
    expect(shown()).toEqual([
      ['南侧', true],
      ['东侧', false],
    ])
    expect(worksShownOf({}, urls, morning)).toBeNull()
    expect(filesOfWorks(null)).toEqual([])
  })

  test('a pair without its first photo is left out; no photo is shown that may not be, or is gone', () => {
    expect(shown((fileId) => !fileId.includes('b1'))).toEqual([['东侧', false]])
    expect(shown((fileId) => !fileId.includes('a1'))).toEqual([
      ['南侧', false],
      ['东侧', false],
    ])
    expect(shown(undefined, new Map())).toEqual([])
  })
})
