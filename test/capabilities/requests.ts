import type { CapabilityName, ContractOf } from '@/shared/contracts'
import { isDrawnForCheck } from '@/shared/domain/issues/issue-code'
import type { InputOf } from '@/shared/kernel/capability'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import type { TestCloud } from '../support/cloud'
import { jpeg } from '../support/images'
import { insertIssues, issueOf, report, seenAtOf, stepOf } from './world'

/** Requests the SDK may send for one call, transaction control counted, with the map of the community warm. */
export const requestsMax = { report: 12, move: 10, list: 3 }

/**
 * Moves that look further than the issue and so cost more, each at most a few times in the life of an issue. Routing again
 * reads holders and workloads and tells a third person, whoever is relieved; photos are three requests, however many; the
 * last passing on finds who is on duty and tells them; what its owner has left is first looked up, then routed; an unmerge
 * leaves every issue it was merged on into. What is reported or reopened at night reads the roster along with what it reads
 * anyway, at no request of its own; but a transaction writes single documents only, so each of up to three people on the roster
 * is one request more. What is entered for a resident reads the assistance and writes in it what was entered (three more), to which a
 * picked home adds one and photos three.
 */
export const dearerMax: Record<DearerMove, number> = {
  'reopened after its owner left': 12,
  'completed with photos of a home': 13,
  'passed on for the last time': 12,
  'passed on after its owner left': 12,
  'merged on, then unmerged': 12,
  'reported at night': 12,
  'reported at night with photos of a home': 15,
  'reopened at night': 12,
  'entered for a resident': 12,
  'entered for a resident with photos of a home': 15,
  'reported because one broke again': 12,
}

const reporter = 'resident-grid-6'
const owner = 'worker-grid-6'
const desk = 'community-worker-1'
/** A class that can wait, so that what its reporter has said today is counted too. */
const ordinary = { classCode: 'litter' } as const
const solved = { result: 'resolved', sentence: '已清理' } as const

const requestsOf = async (world: TestCloud, call: () => Promise<unknown>): Promise<number> => {
  world.countRequests()
  await call()
  return world.countRequests()
}
const photos = (world: TestCloud, persona: string, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => world.upload(persona, jpeg())))

/** A report at its dearest: six photos of a picked home, and a worker on leave. */
export const reportRequests = async (world: TestCloud): Promise<number> => {
  const fileIds = await photos(world, 'resident-grid-3', 6)
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-3')!
  return requestsOf(world, () => report(world, 'resident-grid-3', { ...ordinary, place: { householdId }, fileIds }))
}

/** 23:00, with three people on the roster and the map of the community warm. */
const atNight = async (world: TestCloud): Promise<void> => {
  const personIds = ['worker-grid-1', 'worker-grid-2', 'worker-grid-5']
  await world.ask(desk, 'organization.setRoster', {
    day: '2026-11-25',
    personIds,
    seenAt: seenAtOf(world, '2026-11-25'),
  })
  world.clock.now = Date.parse('2026-11-25T15:00:00.000Z')
  await world.ask(reporter, 'organization.listGrids', {})
}

type Move = Omit<InputOf<ContractOf<'issues.moveIssue'>>, 'id'>
type Steps = readonly (readonly [persona: string, move: Move])[]
const start: Steps = [[owner, { move: 'start' }]]
const submitted: Steps = [[owner, { move: 'submit', ...solved }]]
const closed: Steps = [...submitted, [reporter, { move: 'confirm' }]]
const declined: Steps = [[desk, { move: 'decline', reason: '不在职责内', turnTo: '市政' }]]

/** What comes before a move, and the move itself at its dearest. */
const moves: Record<IssueMove, { before: Steps; by: string; move: Move; photos?: number }> = {
  start: { before: [], by: owner, move: { move: 'start' } },
  submit: { before: start, by: owner, move: { move: 'submit', ...solved }, photos: 6 },
  solveOnSpot: { before: [], by: owner, move: { move: 'solveOnSpot', ...solved }, photos: 6 },
  confirm: { before: submitted, by: reporter, move: { move: 'confirm' } },
  reject: { before: submitted, by: desk, move: { move: 'reject', reason: '还有' } },
  reopen: { before: closed, by: reporter, move: { move: 'reopen' } },
  suspend: { before: start, by: owner, move: { move: 'suspend', reason: '等配件', until: '2026-12-01' } },
  resume: {
    before: [...start, [owner, { move: 'suspend', reason: '等配件', until: '2026-12-01' }]],
    by: owner,
    move: { move: 'resume' },
  },
  passOn: { before: [], by: owner, move: { move: 'passOn', personId: 'worker-grid-7', reason: '转交' } },
  withdraw: { before: [], by: reporter, move: { move: 'withdraw' } },
  return: { before: [], by: desk, move: { move: 'return', reason: '请补充' } },
  resubmit: {
    before: [[desk, { move: 'return', reason: '请补充' }]],
    by: reporter,
    move: { move: 'resubmit', reason: '三楼' },
  },
  decline: { before: [], by: desk, move: declined[0]![1] },
  appeal: { before: declined, by: reporter, move: { move: 'appeal', reason: '请再看' } },
  dispatch: {
    before: [...declined, [reporter, { move: 'appeal', reason: '请再看' }]],
    by: desk,
    move: { move: 'dispatch', personId: 'worker-grid-7', reason: '由七网格处理' },
  },
  merge: { before: [], by: desk, move: { move: 'merge' } },
  unmerge: { before: [[desk, { move: 'merge' }]], by: desk, move: { move: 'unmerge', reason: '不是一回事' } },
}

/** What a move costs at its dearest. */
export const moveRequests = async (world: TestCloud, name: IssueMove): Promise<number> => {
  const { before, by, move, photos: count = 0 } = moves[name]
  const parentId = await report(world)
  let id = await report(world)
  while (isDrawnForCheck(id, 10)) id = await report(world)
  const whole = (step: Move) => ({ id, ...step, ...(step.move === 'merge' ? { parentId } : {}) })
  for (const [persona, step] of before) await stepOf(world, persona, whole(step))
  const fileIds = await photos(world, by, count)
  return requestsOf(world, () => stepOf(world, by, { ...whole(move), fileIds }))
}

export type DearerMove =
  | 'reopened after its owner left'
  | 'completed with photos of a home'
  | 'passed on for the last time'
  | 'passed on after its owner left'
  | 'merged on, then unmerged'
  | 'reported at night'
  | 'reported at night with photos of a home'
  | 'reopened at night'
  | 'entered for a resident'
  | 'entered for a resident with photos of a home'
  | 'reported because one broke again'

/** What the moves cost that look further than the issue: who is there now, who decides, what was merged on. */
export const dearerRequests: Record<DearerMove, (world: TestCloud) => Promise<number>> = {
  'reopened after its owner left': async (world) => {
    const id = await report(world)
    for (const [persona, step] of closed) await stepOf(world, persona, { id, ...step })
    await world.runtime.store.postings.updateWhere({ personId: owner }, { to: '2026-11-24' })
    return requestsOf(world, () => stepOf(world, reporter, { id, move: 'reopen' }))
  },
  'completed with photos of a home': async (world) => {
    const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === reporter)!
    const id = await report(world, reporter, { place: { householdId } })
    await stepOf(world, desk, { id, move: 'return', reason: '请补充' })
    const leave = { from: '2026-11-25', to: '2026-11-25', standInId: 'worker-grid-7' }
    await world.runtime.store.persons.updateWhere({ _id: owner }, { leave })
    const fileIds = await photos(world, reporter, 6)
    return requestsOf(world, () => stepOf(world, reporter, { id, move: 'resubmit', reason: '三楼', fileIds }))
  },
  'passed on for the last time': async (world) => {
    const id = await report(world)
    await stepOf(world, owner, { id, move: 'passOn', personId: 'worker-grid-7', reason: '转交' })
    const last = { id, move: 'passOn', personId: 'worker-grid-5', reason: '转交' } as const
    return requestsOf(world, () => stepOf(world, 'worker-grid-7', last))
  },
  'passed on after its owner left': async (world) => {
    const id = await report(world)
    await world.runtime.store.postings.updateWhere({ personId: owner }, { to: '2026-11-24' })
    return requestsOf(world, () => stepOf(world, desk, { id, move: 'passOn', reason: '离岗' }))
  },
  'merged on, then unmerged': async (world) => {
    const [top, parentId, id] = [await report(world), await report(world), await report(world)]
    await stepOf(world, desk, { id, move: 'merge', parentId })
    await stepOf(world, desk, { id: parentId, move: 'merge', parentId: top })
    return requestsOf(world, () => stepOf(world, desk, { id, move: 'unmerge', reason: '不是一回事' }))
  },
  'reported at night': async (world) => {
    await atNight(world)
    return requestsOf(world, () => report(world, reporter, { classCode: 'fireLane' }))
  },
  'reported at night with photos of a home': async (world) => {
    await atNight(world)
    const fileIds = await photos(world, 'resident-grid-3', 6)
    const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-3')!
    const place = { householdId }
    return requestsOf(world, () => report(world, 'resident-grid-3', { classCode: 'fireLane', place, fileIds }))
  },
  'reopened at night': async (world) => {
    const id = await report(world, reporter, { classCode: 'fallingObject' })
    for (const [, step] of submitted) {
      await stepOf(world, 'area-police-1', { id, move: 'start' })
      await stepOf(world, 'area-police-1', { id, ...step })
    }
    await stepOf(world, reporter, { id, move: 'confirm' })
    await atNight(world)
    return requestsOf(world, () => stepOf(world, reporter, { id, move: 'reopen' }))
  },
  'entered for a resident': async (world) => {
    const { id: assistanceId } = await world.ask(owner, 'residents.beginAssistance', {
      personId: reporter,
      purpose: '不会用手机',
    })
    return requestsOf(world, () => report(world, owner, { ...ordinary, assistanceId }))
  },
  'entered for a resident with photos of a home': async (world) => {
    const { id: assistanceId } = await world.ask(owner, 'residents.beginAssistance', {
      personId: reporter,
      purpose: '不会用手机',
    })
    const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === reporter)!
    const fileIds = await photos(world, owner, 6)
    return requestsOf(world, () => report(world, owner, { ...ordinary, assistanceId, place: { householdId }, fileIds }))
  },
  'reported because one broke again': async (world) => {
    const followsId = await report(world)
    for (const [persona, step] of closed) await stepOf(world, persona, { id: followsId, ...step })
    return requestsOf(world, () => report(world, reporter, { followsId }))
  },
}

export const lists: readonly (readonly [CapabilityName, string, object])[] = [
  ['issues.listMyIssues', reporter, {}],
  ['issues.listPublicIssues', reporter, {}],
  ['issues.listPublicIssues', reporter, { group: 'clean', state: 'open', gridId: 'grid-6' }],
  ['issues.listPublicPins', reporter, {}],
  ['issues.getPublicIssue', reporter, { id: 'issue-like-0' }],
  ['issues.listQueue', owner, { view: 'mine' }],
  ['issues.listQueue', owner, { view: 'grid' }],
  ['issues.listQueue', desk, { view: 'community' }],
  ['issues.listQueue', desk, { view: 'verify' }],
  ['issues.listSupervised', desk, {}],
  ['issues.listOverdue', desk, {}],
  ['issues.listDesk', desk, { filter: { part: 'overdue' } }],
  ['issues.listDesk', desk, { filter: { from: '2026-11-01', to: '2026-11-30', group: 'clean' } }],
  ['issues.listDeskPins', desk, {}],
  ['issues.listExports', desk, {}],
  ['issues.listCandidates', owner, { id: 'issue-like-0' }],
  [
    'issues.findDuplicates',
    reporter,
    { classCode: 'odourPests', text: '楼道里有异味', place: { buildingId: 'building-12-1' } },
  ],
  ['residents.listAssistable', owner, { search: '王' }],
  ['residents.listAssistances', owner, {}],
  ['insight.getRates', desk, { from: '2026-01', to: '2026-11' }],
  ['insight.getService', desk, { from: '2026-01', to: '2026-11' }],
  ['insight.listDrawn', desk, {}],
  ['residents.listPhoneReads', reporter, {}],
  ['issues.listLikelyParents', desk, { id: 'issue-like-0' }],
  ['issues.listDepartmentIssues', 'officer-law-enforcement', { part: 'lead' }],
  ['issues.listDepartmentIssues', 'officer-law-enforcement', { part: 'help' }],
  ['issues.listCommitments', 'officer-law-enforcement', { of: 'department' }],
  ['issues.listMeetings', 'officer-law-enforcement', { of: 'department' }],
  ['issues.listAccessLogs', 'administrator-1', {}],
  ['issues.listApiKeys', 'administrator-1', {}],
  ['settings.getSettings', 'administrator-1', {}],
  ['settings.listSettingChanges', 'administrator-1', {}],
  ['activities.listSessions', reporter, {}],
  ['activities.countSessions', reporter, { from: '2026-11-25', to: '2026-12-15' }],
  ['activities.listUndecided', desk, {}],
  ['activities.listActivities', desk, {}],
  ['activities.listActivities', reporter, { state: 'open' }],
  ['activities.listMySignups', reporter, {}],
  ['activities.listMySignups', reporter, { when: 'past' }],
  ['activities.listLeaders', desk, {}],
  ['activities.listLeaders', desk, { search: '王' }],
  ['activities.listMyCertificates', reporter, {}],
  ['redemptions.listRewards', reporter, {}],
  ['redemptions.listRewards', reporter, { centreId: 'centre-1' }],
  ['redemptions.listManagedRewards', 'clerk-1', { centreId: 'centre-1' }],
  ['redemptions.listMyRedemptions', reporter, {}],
  ['consultations.listTopics', reporter, { which: 'open' }],
  ['consultations.listProjectMeetings', reporter, { projectId: 'project-1' }],
  ['consultations.listHeldWords', desk, {}],
  ['consultations.listOwners', desk, {}],
  ['projects.listCalls', reporter, {}],
  ['projects.getFunnel', reporter, { callId: 'call-1' }],
  ['projects.findSimilarProjects', reporter, { typed: '东门口装长椅' }],
  ['projects.listProjects', reporter, { part: 'public' }],
  ['projects.listProjects', desk, { part: 'desk', state: 'proposed' }],
  ['notices.listNotices', owner, {}],
  ['residents.listBindings', 'building-head-1', {}],
  ['residents.listHouseholds', reporter, { unitId: 'unit-1-1-1' }],
]

/**
 * Likely duplicates around a picked home: one request more than other lists, because only the household says in which building it is, and
 * the building where to look; so neither read can go along with the other. The app picks a building or a unit and so never pays it.
 */
export const duplicatesAtHome = async (world: TestCloud): Promise<number> => {
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === reporter)!
  const place = { householdId }
  const fileIds = await photos(world, reporter, 1)
  await report(world, reporter, { place, fileIds })
  const asked = { classCode: 'odourPests', text: '楼道里有异味', place }
  return requestsOf(world, () => world.ask(reporter, 'issues.findDuplicates', asked))
}

/** What a report, a move and then every list cost with so many issues in the books. */
export const requestsWith = async (of: TestCloud, count: number): Promise<number[]> => {
  const like = issueOf(of, await report(of))
  insertIssues(
    of,
    like,
    Array.from({ length: count }, (_, at) => ({ _id: `issue-like-${at}`, createdAt: '2026-11-24T01:00:00.000Z' })),
  )
  const id = await report(of)
  return [
    await requestsOf(of, () => report(of, reporter, ordinary)),
    await requestsOf(of, () => stepOf(of, owner, { id, move: 'start' })),
    ...(await lists.reduce<Promise<number[]>>(
      async (spent, [name, persona, input]) => [
        ...(await spent),
        await requestsOf(of, () => of.send(persona, name, input)),
      ],
      Promise.resolve([]),
    )),
  ]
}
