import type { Spending } from '@/shared/domain/projects/final-account'
import { decideProjectMove, movesFor, projectMoves, type MoveInput } from '@/shared/domain/projects/moves'
import { allocated, newProject } from '@/shared/domain/projects/propose'
import { setBudget } from '@/shared/domain/projects/budget'
import { withWorks } from '@/shared/domain/projects/works'
import type { BudgetLine, Project, ProjectCall } from '@/shared/domain/projects/project'
import { projectMoveList, projectStates, type ProjectMove, type ProjectState } from '@/shared/kernel/projects'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal } from '@/shared/kernel/decision'
import type { Role } from '@/shared/kernel/roles'
import { dayMs } from '@/shared/kernel/time'

const now = Date.parse('2026-11-25T01:00:00.000Z')
const actor = (personId: string, role?: Role): Actor => ({
  personId,
  communityId: 'xinsheng',
  name: personId,
  isNewcomer: false,
  postings: role ? [{ role, scope: { kind: 'community', id: 'xinsheng' } }] : [],
})
const [proposer, desk, owner, stranger] = [
  actor('proposer'),
  actor('desk', 'communityWorker'),
  actor('owner', 'gridWorker'),
  actor('stranger'),
]
const actors = { proposer, desk, owner, stranger }

const call: ProjectCall = {
  _id: 'call-1',
  communityId: 'xinsheng',
  title: '专项经费征集',
  text: '说说想做什么',
  from: '2026-11-01',
  to: '2026-11-30',
  fundFen: 1_000_000,
  version: 1,
  unitIdsInUse: [],
  allocatedFen: 0,
  units: [{ id: 'group-1', kind: 'partyGroup', name: '第一网格党小组' }],
  createdAt: '2026-11-01T00:00:00.000Z',
}

const ok = <T>(answer: T): Exclude<T, { refused: string }> => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer as Exclude<T, { refused: string }>
}
const proposed = ok(
  newProject({ _id: 'p', title: '装长椅', text: '东门口装两把', unitId: 'group-1' }, call, proposer, now),
)
const line = { name: '长椅', source: 'specialFund', plannedFen: 400_000, finalFen: null } as const
const works = { what: '装好长椅', startOn: '2026-11-20', endOn: '2026-11-24', areaSquareMeters: 30, pairs: [] }
const sites = [{ buildingId: 'building-1-1', weight: 1, percent: 100 }]

/** A project in a state, with everything its next step asks for. */
const inState = (state: ProjectState): Project => ({
  ...proposed,
  state,
  isPublic: true,
  textCheck: 'passed',
  checkDueAt: null,
  owner: { personId: 'owner', name: 'owner' },
  lines: [{ ...line, finalFen: 390_000 }],
  noticeUntil: '2026-11-24',
  works,
  sites,
})
const input: MoveInput = {
  sentence: '同意',
  owner: { personId: 'owner', name: 'owner' },
  until: '2026-12-31',
}
const move = (
  project: Project,
  name: ProjectMove,
  by = desk,
  given: MoveInput = input,
  spending: Spending = 'unconfirmed',
) => decideProjectMove(project, name, given, by, { now, spending })

test.each(projectStates.flatMap((state) => projectMoveList.map((name) => [state, name] as const)))(
  'in %s, %s is made by whoever the table names, from where it says, and by nobody else',
  (state, name) => {
    const { from, to, by } = projectMoves[name]
    for (const [who, one] of Object.entries(actors)) {
      const answer = move(inState(state), name, one)
      const isNamed = (by as readonly string[]).includes(who)
      const isFrom = (from as readonly string[]).includes(state)
      expect([who, movesFor(inState(state), one).includes(name)]).toEqual([who, isNamed && isFrom])
      if (!isNamed) expect(answer).toEqual({ refused: 'FORBIDDEN' })
      else if (!isFrom) expect(answer).toEqual({ refused: 'PROJECT_NOT_SO_FAR' })
      else expect(ok(answer).state).toBe(to)
    }
  },
)

test('every move leaves a trace with who, when and what was said, and an end keeps the step that was reached', () => {
  const screened = ok(move(proposed, 'screen'))
  expect(screened).toMatchObject({ isPublic: true, reached: 'screened', isEnded: false })
  expect(screened.history.at(-1)).toEqual({
    move: 'screen',
    state: 'screened',
    at: '2026-11-25T01:00:00.000Z',
    byName: 'desk',
    words: '同意',
  })
  const declined = ok(move(screened, 'decline'))
  expect(declined).toMatchObject({ state: 'declined', reached: 'screened', isEnded: true, isPublic: true })
  expect(ok(move(proposed, 'decline'))).toMatchObject({ isPublic: false, reached: 'proposed' })
  expect(ok(move(proposed, 'withdraw', proposer)).history.at(-1)).toMatchObject({ byName: null })
})

test.each<[ProjectMove, ProjectState, Partial<Project>, MoveInput, string]>([
  ['deliberate', 'screened', {}, { ...input, owner: undefined }, 'RESOLUTION_WITHOUT_OWNER'],
  ['deliberate', 'screened', {}, { ...input, until: undefined }, 'RESOLUTION_DUE_UNFIT'],
  ['deliberate', 'screened', {}, { ...input, until: '2026-11-24' }, 'RESOLUTION_DUE_UNFIT'],
  ['deliberate', 'screened', {}, { ...input, until: '2026-12-02' }, 'RESOLUTION_DUE_UNFIT'],
  ['announce', 'deliberated', { lines: [] }, input, 'PROJECT_WITHOUT_BUDGET'],
  ['announce', 'deliberated', {}, { until: '2026-12-01' }, 'NOTICE_TOO_SHORT'],
  [
    'announce',
    'deliberated',
    { resolution: { sentence: '同意', dueOn: '2026-12-03' } },
    { until: '2026-12-03' },
    'NOTICE_PAST_DUE',
  ],
  ['approve', 'announced', { noticeUntil: '2026-11-25' }, input, 'NOTICE_NOT_OVER'],
  ['approve', 'announced', { noticeUntil: null }, input, 'NOTICE_NOT_OVER'],
  ['start', 'approved', { works: null }, {}, 'WORKS_NOT_BEGUN'],
  ['start', 'approved', { works: { ...works, startOn: '2026-11-26', endOn: null } }, {}, 'WORKS_NOT_BEGUN'],
  ['accept', 'underway', { works: { ...works, endOn: null } }, input, 'WORKS_NOT_FINISHED'],
  ['accept', 'underway', { sites: [{ ...sites[0]!, percent: 99 }] }, input, 'WORKS_NOT_FINISHED'],
  ['accept', 'underway', { owner: { personId: 'desk', name: 'desk' } }, input, 'ACCEPTED_BY_OWNER'],
  ['settle', 'accepted', { lines: [line] }, input, 'FINAL_ACCOUNT_INCOMPLETE'],
  ['settle', 'accepted', { lines: [{ ...line, source: 'selfFunding', finalFen: 1 }] }, input, 'SPENDING_NOT_CONFIRMED'],
  ['decline', 'screened', {}, {}, 'SENTENCE_MISSING'],
])('%s is refused while something is missing: case %#', (name, state, changes, given, code) => {
  expect(move({ ...inState(state), ...changes }, name, desk, given)).toEqual({ refused: code })
})

test('what is said and the day stand in the history as two sentences, however the first ends', () => {
  for (const sentence of ['同意', '同意。'])
    expect(ok(move(inState('screened'), 'deliberate', desk, { ...input, sentence })).history.at(-1)!.words).toBe(
      '同意。2026-12-31 前办完',
    )
  expect(ok(move(inState('proposed'), 'screen', desk, { sentence: '可行。' })).history.at(-1)!.words).toBe('可行。')
})

test('the shortest notice is seven days, and the treasurer has confirmed what the final account spends of what households paid', () => {
  expect(ok(move(inState('deliberated'), 'announce', desk, { until: '2026-12-02' })).noticeUntil).toBe('2026-12-02')
  const paid = { ...inState('accepted'), lines: [{ ...line, source: 'selfFunding' as const, finalFen: 500 }] }
  expect(move(paid, 'settle', desk, input, 'unconfirmed')).toEqual({ refused: 'SPENDING_NOT_CONFIRMED' })
  expect(move(paid, 'settle', desk, input, 'uncollected')).toEqual({ refused: 'SPENDING_NOT_COLLECTED' })
  const free = { ...paid, lines: [{ ...line, source: 'selfFunding' as const, finalFen: 0 }] }
  expect(ok(move(free, 'settle', desk, input, 'uncollected')).state).toBe('settled')
  expect(ok(move(paid, 'settle', desk, input, 'confirmed')).state).toBe('settled')
})

test('a call takes proposals on its days, first and last included, from its units only; beside a call only the desk puts one on record', () => {
  const said = { _id: 'p', title: '装长椅', text: '东门口' }
  const at = (day: string) => Date.parse(`${day}T04:00:00.000Z`)
  const to = (unitId: string | undefined, day: string) => newProject({ ...said, unitId }, call, proposer, at(day))
  expect(isRefusal(to('group-1', '2026-11-01'))).toBe(false)
  expect(isRefusal(to('group-1', '2026-11-30'))).toBe(false)
  for (const day of ['2026-10-31', '2026-12-01']) expect(to('group-1', day)).toEqual({ refused: 'CALL_CLOSED' })
  for (const unit of ['group-2', undefined]) expect(to(unit, '2026-11-02')).toEqual({ refused: 'CALL_UNIT_UNKNOWN' })
  expect(newProject(said, null, proposer, now)).toEqual({ refused: 'CALL_MISSING' })
  expect(ok(newProject(said, null, desk, now)).callId).toBeNull()
})

test('the fund gives what was planned at approval, takes back what was not needed, and never gives more than it holds', () => {
  const [announced, approved] = [inState('announced'), inState('approved')]
  const first = ok(allocated(call, announced, approved))
  expect(first.allocatedFen).toBe(400_000)
  expect(ok(allocated(first, inState('accepted'), inState('settled'))).allocatedFen).toBe(390_000)
  const full = { ...call, allocatedFen: 600_001 }
  expect(allocated(full, announced, approved)).toEqual({ refused: 'CALL_FUND_EXCEEDED' })
  expect(ok(allocated({ ...full, allocatedFen: 600_000 }, announced, approved)).allocatedFen).toBe(1_000_000)
})

test('what was shown in the notice stays: later only the final account is added, and after it nothing', () => {
  const plan = { ...proposed, lines: [line] }
  expect(ok(setBudget(plan, [{ ...line, plannedFen: 1 }], { isCollected: false })).lines[0]!.plannedFen).toBe(1)
  expect(setBudget(plan, [{ ...line, finalFen: 1 }], { isCollected: false })).toEqual({
    refused: 'FINAL_ACCOUNT_TOO_EARLY',
  })
  const announced = { ...plan, state: 'announced' } as const
  expect(setBudget(announced, [{ ...line, plannedFen: 1 }], { isCollected: false })).toEqual({
    refused: 'BUDGET_FROZEN',
  })
  const underway = { ...plan, state: 'underway' } as const
  expect(ok(setBudget(underway, [{ ...line, finalFen: 5 }], { isCollected: false })).lines[0]!.finalFen).toBe(5)
  expect(setBudget({ ...plan, state: 'settled' }, [{ ...line, finalFen: 5 }], { isCollected: false })).toEqual({
    refused: 'BUDGET_FROZEN',
  })
})

test('what households have begun to pay stays in the budget, however its lines change', () => {
  const own = { ...line, source: 'selfFunding' } as const
  const plan = { ...inState('deliberated'), lines: [own, line] }
  const set = (lines: BudgetLine[], isCollected = true) => setBudget(plan, lines, { isCollected })
  expect(set([{ ...own, plannedFen: own.plannedFen + 1 }, line])).toEqual({ refused: 'BUDGET_COLLECTED' })
  expect(set([line])).toEqual({ refused: 'BUDGET_COLLECTED' })
  expect(
    isRefusal(
      set([
        { ...own, name: '改个名字' },
        { ...line, plannedFen: 1 },
      ]),
    ),
  ).toBe(false)
  expect(isRefusal(set([line], false))).toBe(false)
})

test('works are noted from approval to acceptance, by the desk and whoever answers for the project', () => {
  for (const state of projectStates) {
    const answer = withWorks(inState(state), works, sites, owner, now)
    if (state === 'approved' || state === 'underway') expect(ok(answer).works).toEqual(works)
    else expect(answer).toEqual({ refused: 'WORKS_NOT_NOW' })
  }
  expect(withWorks(inState('underway'), works, sites, stranger, now)).toEqual({ refused: 'FORBIDDEN' })
  for (const days of [
    { startOn: '2026-11-20', endOn: '2026-11-19' },
    { startOn: '2026-11-20', endOn: '2026-11-26' },
  ])
    expect(withWorks(inState('underway'), { ...works, ...days }, sites, desk, now)).toEqual({
      refused: 'WORKS_DAYS_UNFIT',
    })
  expect(ok(withWorks(inState('underway'), works, sites, desk, now + dayMs)).sites).toEqual(sites)
})

test('words of a resident wait for the check, those of the desk do not; screening lets the unsure pass and nothing risky', () => {
  expect(proposed).toMatchObject({ textCheck: 'waiting', isPublic: false })
  const said = { _id: 'p', title: '装长椅', text: '东门口装两把' }
  expect(ok(newProject(said, null, desk, now)).textCheck).toBe('passed')
  for (const textCheck of ['waiting', 'review'] as const)
    expect(ok(move({ ...proposed, textCheck }, 'screen'))).toMatchObject({
      isPublic: true,
      textCheck: 'passed',
      checkDueAt: null,
    })
  const risky = { ...proposed, textCheck: 'risky' } as const
  expect(move(risky, 'screen')).toEqual({ refused: 'WORDS_RISKY' })
  expect(ok(move(risky, 'decline'))).toMatchObject({ isPublic: false, textCheck: 'risky' })
})
