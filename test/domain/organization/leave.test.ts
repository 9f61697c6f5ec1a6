import { decideLeave, isAway, type LeaveRequest } from '@/shared/domain/organization/leave'
import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import { sampleCommunity } from '@cloud/sample'

const today = '2026-11-25'
const { documents } = sampleCommunity(today)

const personOf = (id: string): Person => documents.persons.find(({ _id }) => _id === id)!
const postingsOf = (id: string): PostingRecord[] => documents.postings.filter(({ personId }) => personId === id)
const duty = ['community-worker-1', 'community-worker-2'].map(personOf)

const asked = (
  id: string,
  from: string,
  to: string,
  standInId: string,
  changed: Partial<LeaveRequest> = {},
): LeaveRequest => ({
  person: personOf(id),
  postings: postingsOf(id),
  leave: { from, to, standInId },
  today,
  standIn: documents.persons.some(({ _id }) => _id === standInId)
    ? { person: personOf(standInId), postings: postingsOf(standInId) }
    : undefined,
  dutyHolders: duty,
  standsInFor: [],
  ...changed,
})

test('a leave with a fit stand-in is had as asked, for one day as for ninety', () => {
  for (const to of [today, '2026-12-01', '2027-02-22'])
    expect(decideLeave(asked('worker-grid-1', today, to, 'worker-grid-2'))).toEqual({
      from: today,
      to,
      standInId: 'worker-grid-2',
    })
})

test.each([
  ['LEAVE_BACKWARDS', asked('worker-grid-1', '2026-12-02', '2026-12-01', 'worker-grid-2')],
  ['LEAVE_IN_THE_PAST', asked('worker-grid-1', '2026-11-24', '2026-12-01', 'worker-grid-2')],
  ['LEAVE_TOO_LONG', asked('worker-grid-1', today, '2027-02-23', 'worker-grid-2')],
  ['LEAVE_STAND_IN_SELF', asked('worker-grid-1', today, today, 'worker-grid-1')],
])('%s', (code, request) => {
  expect(decideLeave(request)).toEqual({ refused: code })
})

describe('LEAVE_STAND_IN_UNFIT', () => {
  const unfit = { refused: 'LEAVE_STAND_IN_UNFIT' }
  test('nobody of that id', () => {
    expect(decideLeave(asked('worker-grid-1', today, today, 'worker-grid-99'))).toEqual(unfit)
  })
  test('another post, or none', () => {
    expect(decideLeave(asked('worker-grid-1', today, today, 'group-leader-1'))).toEqual(unfit)
    expect(decideLeave(asked('worker-grid-1', today, today, 'resident-grid-1'))).toEqual(unfit)
  })
  test('another community', () => {
    expect(decideLeave(asked('worker-grid-1', today, today, 'b-worker-grid-1'))).toEqual(unfit)
  })
  test('an officer of another department', () => {
    expect(decideLeave(asked('officer-labour', today, today, 'officer-justice'))).toEqual(unfit)
  })
  test('away themself on any of the days', () => {
    expect(decideLeave(asked('worker-grid-1', today, today, 'worker-grid-3'))).toEqual(unfit)
    expect(decideLeave(asked('worker-grid-1', '2027-01-24', '2027-01-30', 'worker-grid-3'))).toEqual(unfit)
    expect(decideLeave(asked('worker-grid-1', '2027-01-25', '2027-01-30', 'worker-grid-3'))).not.toHaveProperty(
      'refused',
    )
  })
  test('a term that ends within the leave', () => {
    const standIn = {
      person: personOf('worker-grid-2'),
      postings: postingsOf('worker-grid-2').map((posting) => ({ ...posting, to: '2026-11-27' })),
    }
    expect(decideLeave(asked('worker-grid-1', today, '2026-11-27', 'worker-grid-2', { standIn }))).not.toHaveProperty(
      'refused',
    )
    expect(decideLeave(asked('worker-grid-1', today, '2026-11-28', 'worker-grid-2', { standIn }))).toEqual(unfit)
  })
})

test('LEAVE_LAST_ON_DUTY: on every day somebody else of the duty post must be present', () => {
  const [one, two] = duty as [Person, Person]
  const away = { ...two, leave: { from: '2026-12-05', to: '2026-12-06', standInId: one._id } }
  const third = { ...personOf('worker-grid-1'), _id: 'community-worker-3' }
  const standIn = {
    person: third,
    postings: postingsOf('community-worker-2').map((posting) => ({ ...posting, personId: third._id })),
  }
  const ask = (from: string, to: string, dutyHolders: Person[]) =>
    decideLeave(asked(one._id, from, to, third._id, { standIn, dutyHolders }))
  expect(ask('2026-12-01', '2026-12-04', [one, away])).not.toHaveProperty('refused')
  expect(ask('2026-12-01', '2026-12-05', [one, away])).toEqual({ refused: 'LEAVE_LAST_ON_DUTY' })
  expect(ask('2026-12-06', '2026-12-09', [one, away])).toEqual({ refused: 'LEAVE_LAST_ON_DUTY' })
  expect(ask('2026-12-07', '2026-12-09', [one, away])).not.toHaveProperty('refused')
  expect(ask('2026-12-07', '2026-12-09', [one])).toEqual({ refused: 'LEAVE_LAST_ON_DUTY' })
  expect(ask('2026-12-05', '2026-12-05', [one, away, third])).not.toHaveProperty('refused')
})

test('LEAVE_STAND_IN_FOR_ANOTHER: on none of the days does somebody rely on them', () => {
  const relying = {
    ...personOf('worker-grid-5'),
    leave: { from: '2026-12-03', to: '2026-12-05', standInId: 'worker-grid-1' },
  }
  const ask = (from: string, to: string) =>
    decideLeave(asked('worker-grid-1', from, to, 'worker-grid-2', { standsInFor: [relying] }))
  for (const [from, to] of [
    ['2026-12-01', '2026-12-03'],
    ['2026-12-04', '2026-12-04'],
    ['2026-12-05', '2026-12-09'],
  ] as const)
    expect(ask(from, to)).toEqual({ refused: 'LEAVE_STAND_IN_FOR_ANOTHER' })
  expect(ask('2026-12-01', '2026-12-02')).not.toHaveProperty('refused')
  expect(ask('2026-12-06', '2026-12-09')).not.toHaveProperty('refused')
})

test('a person is away on the first and the last day of a leave and on no other', () => {
  const person = { leave: { from: '2026-11-25', to: '2026-11-26', standInId: 'worker-grid-2' } }
  expect(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((day) => isAway(person, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isAway({}, '2026-11-25')).toBe(false)
})
