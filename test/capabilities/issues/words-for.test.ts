import { sampleCommunity } from '@cloud/sample'
import type { Issue } from '@/shared/domain/issues/issue'
import { entryKinds } from '@/shared/contracts/issues/shapes'
import { dayOf } from '@/shared/kernel/time'
import { morning } from '../../support/cloud'
import { jpeg } from '../../support/images'
import { capabilityNames, inputsNaming, isQuery, namedNothing } from '../every-capability'
import { insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const { personas } = sampleCommunity(dayOf(morning))
const [desk, owner, lead, reporter] = [
  'community-worker-1',
  'worker-grid-6',
  'officer-law-enforcement',
  'resident-grid-6',
]

/** One persona for every set of posts of the community, and everybody the issue names. */
const ours = personas.filter(({ communityId }) => communityId === 'xinsheng')
const somebody = [
  ...new Map(ours.map(({ id, roles }) => [roles.join(), id])).values(),
  ...[desk, owner, lead, reporter, 'officer-labour', 'officer-street', 'local-unit-1', 'property-manager-1'],
  ...['resident-grid-7', 'group-leader-1', 'building-head-1', 'worker-grid-5'],
]

/** Each field gets a number of its own, so that a leak says where it came from. */
const marks = new Map<string, string>()
const marked = (field: string): string => {
  const number = `1395337${String(marks.size + 1000)}`
  marks.set(number, field)
  return `请找马秀兰 ${number}`
}

/** An unnamed report that went through everything, whose every free word names its reporter and gives a number. */
const filled = async (changes: Partial<Issue>): Promise<{ id: string; meetingId: string }> => {
  marks.clear()
  const fileId = await world.upload(reporter, jpeg())
  const like = await report(world, reporter, { fileIds: [fileId] })
  await stepOf(world, owner, { id: like, move: 'start' })
  await world.ask(owner, 'issues.setLead', { id: like, personId: lead, reason: '沿街堆放，由执法牵头' })
  await world.ask(lead, 'issues.addHelper', { id: like, personId: 'officer-labour', task: marked('task') })
  const issue = issueOf(world, like)
  const [first] = issue.timeline
  const at = first!.at
  const lines = entryKinds.map((kind) => ({
    ...first!,
    kind,
    move: kind === 'move' ? ('passOn' as const) : null,
    ...(kind === 'joint' ? { title: '约定' } : {}),
    actor: kind === 'reported' ? first!.actor : { personId: desk, name: '社区', role: 'communityWorker' as const },
    text: marked(`timeline ${kind}`),
  }))
  const id = 'issue-marked'
  insertIssues(world, issue, [
    {
      _id: id,
      code: '1125-MARK',
      isUnnamed: true,
      text: marked('text'),
      place: { ...issue.place, words: marked('words') },
      sentence: marked('sentence'),
      routeReason: marked('routeReason'),
      rating: { stars: 2, tags: [], text: marked('rating'), at },
      works: {
        what: marked('works'),
        startOn: '2026-11-20',
        endOn: null,
        areaSquareMeters: 600,
        pairs: [{ spot: marked('spot'), beforeId: issue.fileIds[0]!, afterId: null }],
      },
      extension: {
        clockStartedAt: issue.clock.startedAt,
        askedAt: at,
        askedBy: owner,
        askedByName: '网格员',
        reason: marked('extension'),
        until: '2026-11-30T02:00:00.000Z',
        extraMinutes: 60,
        decideBy: '2026-11-30T02:00:00.000Z',
        decision: { agreed: true, reason: marked('decision'), at, by: desk, byName: '社区', role: 'communityWorker' },
      },
      isSupervised: true,
      supervision: { since: at, reason: marked('supervision'), by: desk, byName: '社区', answerBy: at },
      steps: [{ step: 'mended', at, personId: owner, name: '网格员', text: marked('step') }],
      clock: { ...issue.clock, dueAt: at },
      escalatedTo: [{ ...issue.owner, personId: 'officer-street', role: 'officer', toldAt: at }],
      rosterTold: [{ ...issue.owner, personId: 'property-manager-1', role: 'propertyManager', toldAt: at }],
      followers: [{ personId: 'resident-grid-7', householdId: null, issueId: 'issue-marked', hasJoined: true, at }],
      textCheck: 'passed',
      passedFileIds: issue.fileIds,
      isPublic: true,
      timeline: [...lines, ...issue.timeline.slice(1)],
      ...changes,
    },
  ])
  const part = world.documents('parts').find(({ issueId }) => issueId === like)!
  world.cloud.insertDocuments('parts', [{ ...part, _id: `part:${id}:officer-labour`, issueId: id }])
  const { id: meetingId } = await world.ask(lead, 'issues.callMeeting', {
    id,
    startsAt: '2026-11-25T03:00:00.000Z',
    place: marked('meeting place'),
    agenda: marked('agenda'),
    personIds: ['officer-labour', 'local-unit-1'],
  })
  world.clock.now = Date.parse('2026-11-25T03:10:00.000Z')
  await world.ask(lead, 'issues.writeMinutes', { id: meetingId, text: marked('minutes') })
  const promise = { id, what: marked('promise'), personId: 'officer-labour', dueOn: '2026-12-02' }
  await world.ask(lead, 'issues.addCommitment', promise)
  await world.ask(lead, 'issues.addCommitment', { ...promise, what: marked('kept promise') })
  const kept = world.documents('commitments').at(-1)!._id
  await world.ask('officer-labour', 'issues.completeCommitment', { id: kept, sentence: marked('promise kept') })
  return { id, meetingId }
}

/** The domains that speak of issues. */
const asked = capabilityNames.filter(
  (name) => isQuery(name) && /^(issues|notices|insight|residents|session)\./.test(name),
)

/** Every answer of every query that somebody gets about the issue, with whatever else it takes to be asked about it. */
const heardBy = async (persona: string, { id, meetingId }: { id: string; meetingId: string }): Promise<string[]> => {
  const named = inputsNaming({ ...namedNothing, issueId: id, meetingId, gridId: 'grid-6' })
  const more: Partial<Record<string, readonly object[]>> = {
    'issues.listQueue': ['mine', 'verify', 'grid', 'community'].map((view) => ({ view })),
    'issues.listCommitments': ['mine', 'department'].flatMap((of) => [true, false].map((isOpen) => ({ of, isOpen }))),
    'issues.listMeetings': ['mine', 'department'].flatMap((of) => ['ahead', 'past'].map((when) => ({ of, when }))),
    'issues.listDepartmentIssues': ['lead', 'help'].flatMap((part) =>
      ['mine', 'department'].map((of) => ({ part, of, isOpen: true })),
    ),
    'issues.listOverdue': [{}, { gridId: 'grid-6' }],
    'issues.listDesk': [{ filter: { from: '2026-11-01', to: '2026-11-30' } }],
    'issues.listPublicIssues': [{}],
  }
  const said: string[] = []
  for (const name of asked) {
    const { cursor: _, ...plain } = named[name] as { cursor?: string }
    for (const input of more[name] ?? [plain]) {
      const envelope = await world.send(persona, name, input)
      if (envelope.ok) said.push(`${name} ${JSON.stringify(envelope.data)}`)
    }
  }
  return said
}

const leaksIn = (said: readonly string[]): string[] =>
  said.flatMap((text) =>
    [...marks].flatMap(([number, field]) => (text.includes(number) ? [`${text.split(' ')[0]}: ${field}`] : [])),
  )

test.each(['litter', 'fireLane'])(
  'whoever may not know the reporter of an unnamed %s reads no number and no name in any field of any answer',
  async (classCode) => {
    const made = await filled({ classCode })
    let [seeing, knowing] = [0, 0]
    for (const persona of new Set(somebody)) {
      const seen = await world.send(persona, 'issues.getIssue', { id: made.id })
      const said = await heardBy(persona, made)
      const leaks = leaksIn(said)
      if (seen.ok && (seen.data as { reporter: unknown }).reporter !== null) knowing += leaks.length
      else {
        seeing += seen.ok ? 1 : 0
        expect([persona, leaks]).toEqual([persona, []])
        expect([persona, said.filter((text) => text.includes('马秀兰 ***')).length]).toEqual([persona, 0])
      }
    }
    expect(seeing).toBeGreaterThan(4)
    expect(knowing).toBeGreaterThan(100)
  },
  600_000,
)

test('what somebody saves as they were shown it keeps the words behind the stars', async () => {
  const { id, meetingId } = await filled({})
  world.clock.now = morning
  const before = world.documents('meetings').find(({ _id }) => _id === meetingId)!
  const shown = await world.ask(lead, 'issues.getIssue', { id })
  expect(shown.works!.what).toBe('请找上报人 ***')
  const works = { startOn: '2026-11-20', areaSquareMeters: 700, pairs: [] }
  await world.ask(lead, 'issues.setWorks', { id, ...works, what: shown.works!.what })
  expect(issueOf(world, id).works).toMatchObject({ what: expect.stringContaining('马秀兰'), areaSquareMeters: 700 })
  await world.ask(lead, 'issues.setWorks', { id, ...works, what: '改种草坪' })
  expect(issueOf(world, id).works!.what).toBe('改种草坪')
  const seen = await world.ask(lead, 'issues.getMeeting', { id: meetingId })
  const asked = { startsAt: '2026-11-25T04:00:00.000Z', personIds: before.invited.map(({ personId }) => personId) }
  await world.ask(lead, 'issues.updateMeeting', { id: meetingId, ...asked, place: seen.place, agenda: '只谈清运' })
  const after = world.documents('meetings').find(({ _id }) => _id === meetingId)!
  expect([after.place, after.agenda]).toEqual([before.place, '只谈清运'])
})
