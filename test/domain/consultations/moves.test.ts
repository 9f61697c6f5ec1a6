import fc from 'fast-check'
import { isRefusal } from '@/shared/kernel/decision'
import { noticeDaysMin } from '@/shared/kernel/notice-days'
import { startOfDay } from '@/shared/kernel/time'
import { acted, canGrow, fits, isDueFit, noticeOf } from '@/shared/domain/consultations/moves'
import type { Consultation } from '@/shared/domain/consultations/records'
import { acts, steps, type Act } from '@/shared/kernel/consultation-steps'

const now = Date.parse('2026-11-27T01:00:00.000Z')
const fresh: Consultation = {
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
  step: 'collecting',
  end: null,
  isOpen: true,
  history: [],
  runnerId: null,
  joinedIntoId: null,
  projectId: null,
  supports: 0,
  meetings: [],
  vote: null,
  resolution: null,
  notice: null,
  report: null,
  nextAt: null,
  createdAt: '2026-11-27T01:00:00.000Z',
  updatedAt: '2026-11-27T01:00:00.000Z',
}
const names = Object.keys(acts).filter((name) => name !== 'propose') as Act[]

test('whatever is tried in whatever order: one step forward at most, back only to be talked over again, and nothing after the end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), (tried) => {
      let topic = fresh
      for (const act of tried) {
        const next = acted(topic, act, { byId: 'p-2' }, now)
        expect(isRefusal(next)).toBe(!fits(topic, act))
        if (isRefusal(next)) continue
        expect(topic.isOpen).toBe(true)
        const ahead = steps.indexOf(next.step) - steps.indexOf(topic.step)
        expect(ahead <= 1 && (ahead >= 0 || act === 'goBack')).toBe(true)
        expect(next.isOpen).toBe(next.end === null && next.step !== 'reported')
        expect(next.history).toHaveLength(topic.history.length + 1)
        topic = next
      }
    }),
    { numRuns: 2000 },
  )
})

test('every step can be reached, and an end from the first two only', () => {
  const reached = new Set<string>(['collecting'])
  for (let grows = true; grows;) {
    const before = reached.size
    for (const act of names)
      for (const step of steps)
        if (reached.has(step)) {
          const next = acted({ ...fresh, step }, act, { byId: null }, now)
          if (!isRefusal(next)) reached.add(next.step)
          if (!isRefusal(next) && next.end) expect(['collecting', 'reviewing']).toContain(step)
        }
    grows = reached.size > before
  }
  expect([...reached].sort()).toEqual([...steps].sort())
})

test('a notice runs whole days from tomorrow in the time of the community, and its end is the first moment after', () => {
  // Half past eleven in the evening there is still the same day.
  expect(noticeOf(7, Date.parse('2026-11-27T15:30:00.000Z'))).toEqual({
    notice: { from: '2026-11-28', to: '2026-12-04' },
    nextAt: new Date(startOfDay('2026-12-05')).toISOString(),
  })
})

test('a resolution is due after its shortest notice and within two years', () => {
  const { notice } = noticeOf(noticeDaysMin, now)
  const days = ['2026-11-27', notice.to, '2026-12-05', '2028-11-26', '2028-11-27']
  expect(days.map((day) => isDueFit(day, now))).toEqual([false, false, true, true, false])
})

test('a project grows where a resolution is carried out, and nowhere from where it may be taken back', () => {
  const resolution = { text: '装', ownerId: 'p-3', dueOn: '2026-12-31', at: fresh.createdAt }
  const growing = steps.filter((step) => canGrow({ ...fresh, step, resolution }))
  expect(growing).toEqual(['carryingOut'])
  expect(growing.filter((step) => fits({ step, isOpen: true }, 'goBack'))).toEqual([])
})
