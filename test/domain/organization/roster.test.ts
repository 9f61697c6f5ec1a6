import {
  decideRosterDay,
  rosterPostOf,
  rosterRoles,
  type Member,
  type RosterRequest,
} from '@/shared/domain/organization/roster'
import { roles } from '@/shared/kernel/roles'

const day = '2026-12-01'
const member = (id: string, changes: Partial<Member['postings'][number]> = {}): Member => ({
  person: { _id: id, communityId: 'c', name: id },
  postings: [
    {
      _id: `${id}-1`,
      communityId: 'c',
      personId: id,
      role: 'gridWorker',
      scope: { kind: 'grid', id: 'g' },
      from: '2026-01-01',
      ...changes,
    },
  ],
})
const asked = (changes: Partial<RosterRequest> = {}): RosterRequest => ({
  communityId: 'c',
  day,
  personIds: ['a', 'b'],
  people: [member('a'), member('b')],
  actorId: 'desk',
  now: Date.parse('2026-11-25T01:00:00.000Z'),
  today: '2026-11-25',
  ...changes,
})

test('a day is planned as asked, under an id of community and day; nobody clears it', () => {
  expect(decideRosterDay(asked())).toEqual({
    rosterDay: {
      _id: 'c:2026-12-01',
      communityId: 'c',
      day,
      personIds: ['a', 'b'],
      setBy: 'desk',
      setAt: '2026-11-25T01:00:00.000Z',
    },
  })
  expect(decideRosterDay(asked({ personIds: [], people: [] }))).toEqual({ rosterDay: null })
})

test('today may still be planned, yesterday not', () => {
  expect(decideRosterDay(asked({ today: day }))).not.toHaveProperty('refused')
  expect(decideRosterDay(asked({ today: '2026-12-02' }))).toEqual({ refused: 'ROSTER_IN_THE_PAST' })
})

test.each<[string, Member[]]>([
  ['nobody of that id', [member('a')]],
  ['not yet in their post', [member('a'), member('b', { from: '2026-12-02' })]],
  ['no longer in their post', [member('a'), member('b', { to: '2026-11-30' })]],
  ['of another community', [member('a'), { ...member('b'), person: { ...member('b').person, communityId: 'd' } }]],
  ['in a post of another community', [member('a'), member('b', { communityId: 'd' })]],
  [
    'on leave that day',
    [member('a'), { ...member('b'), person: { ...member('b').person, leave: { from: day, to: day, standInId: 'a' } } }],
  ],
])('ROSTER_PERSON_UNFIT: %s', (_why, people) => {
  expect(decideRosterDay(asked({ people }))).toEqual({ refused: 'ROSTER_PERSON_UNFIT' })
})

test('neighbours, volunteers and outside offices are not asked to stay up; of several posts the first of the list counts', () => {
  const fit = roles.filter((role) => rosterPostOf(member('a', { role }), 'c', day))
  expect(fit.sort()).toEqual([...rosterRoles].sort())
  const both = {
    ...member('a'),
    postings: [...member('a').postings, ...member('a', { role: 'communityWorker' }).postings],
  }
  expect(rosterPostOf(both, 'c', day)?.role).toBe('communityWorker')
})
