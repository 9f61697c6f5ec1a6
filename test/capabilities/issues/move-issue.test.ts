import type { CapabilityName, ContractOf } from '@/shared/contracts'
import { isDrawnForCheck } from '@/shared/domain/issues/issue-code'
import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import { followersMax } from '@/shared/domain/issues/followers'
import type { InputOf } from '@/shared/kernel/capability'
import { issueMoveNames, type IssueMove, type IssueState } from '@/shared/kernel/vocabulary'
import { freshRequestId } from '../../support/cloud'
import { jpeg } from '../../support/images'
import { expectAbsent, expectCode, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.moveIssue' satisfies CapabilityName

type Input = InputOf<ContractOf<typeof name>>
type Step = readonly [by: string, move: Omit<Input, 'id'>, to: IssueState]

const reporter = 'resident-grid-6'
const owner = 'worker-grid-6'
const desk = 'community-worker-1'
const solved = { result: 'resolved', sentence: '已清理干净' } as const

/** A report whose on-the-spot solution is drawn for a check, or is not. */
const reportDrawn = async (isDrawn: boolean): Promise<string> => {
  for (;;) {
    const id = await report(world)
    if (isDrawnForCheck(id, 10) === isDrawn) return id
  }
}
const closedIssue = async (): Promise<string> => {
  const id = await report(world)
  await stepOf(world, owner, { id, move: 'submit', ...solved })
  await stepOf(world, reporter, { id, move: 'confirm' })
  return id
}
const refused = (code: string, persona: string, input: Input) => expectRefused(world, code, persona, name, input)

describe('the whole life of an issue', () => {
  const lives: Record<string, readonly Step[]> = {
    'worked on, doubted, reopened, handed over': [
      [owner, { move: 'start' }, 'handling'],
      [owner, { move: 'suspend', reason: '等配件', until: '2026-12-01' }, 'suspended'],
      [owner, { move: 'resume' }, 'handling'],
      [owner, { move: 'submit', ...solved }, 'verifying'],
      [reporter, { move: 'reject', reason: '还有味道' }, 'handling'],
      [owner, { move: 'passOn', personId: 'worker-grid-7', reason: '管道在七网格' }, 'dispatched'],
      ['worker-grid-7', { move: 'submit', ...solved }, 'verifying'],
      ['group-leader-4', { move: 'reject', reason: '去看了，没通' }, 'handling'],
      ['worker-grid-7', { move: 'submit', ...solved }, 'verifying'],
      [reporter, { move: 'confirm' }, 'closed'],
      [reporter, { move: 'reopen', reason: '又有了' }, 'handling'],
    ],
    'sent back, completed, taken back': [
      [desk, { move: 'return', reason: '请补充楼层' }, 'returned'],
      [reporter, { move: 'resubmit', reason: '三楼' }, 'dispatched'],
      [reporter, { move: 'withdraw' }, 'withdrawn'],
    ],
    'declined, appealed, dispatched by hand': [
      [desk, { move: 'decline', reason: '不在社区职责内', turnTo: '市政热线' }, 'declined'],
      [reporter, { move: 'appeal', reason: '就在楼道里' }, 'reported'],
      [desk, { move: 'dispatch', personId: 'worker-grid-7', reason: '由七网格处理' }, 'dispatched'],
    ],
  }
  const made = new Set<IssueMove>()

  test.each(Object.entries(lives))(
    '%s: every step is kept, told to both, and leads where it says',
    async (_n, steps) => {
      const id = await report(world)
      for (const [by, move, to] of steps) {
        const before = issueOf(world, id)
        const offered = (await world.ask(by, 'issues.getIssue', { id })).moves.find((one) => one.move === move.move)
        expect([move.move, offered?.to]).toEqual([move.move, move.move === 'resubmit' ? 'reported' : to])
        world.clock.now += 60_000
        const reply = await world.ask(by, name, { id, ...move })
        expect([move.move, reply.state]).toEqual([move.move, to])
        made.add(move.move)
        const after = issueOf(world, id)
        expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline)
        const entry = after.timeline[before.timeline.length]!
        expect(entry).toMatchObject({ kind: 'move', move: move.move, from: before.state, actor: { personId: by } })
        const told = world
          .documents('notices')
          .filter(({ _id }) => _id.startsWith(`notice:${id}:${after.timeline.length - 1}:`))
        expect(told.map(({ recipientId }) => recipientId)).toEqual(
          expect.arrayContaining([reporter, after.owner.personId]),
        )
        for (const { recipientId, isRead } of told) expect(isRead).toBe(recipientId === by)
      }
    },
  )

  test('solved on the spot it is closed at once, unless it is drawn for a check', async () => {
    const closed = await reportDrawn(false)
    expect(await stepOf(world, owner, { id: closed, move: 'solveOnSpot', ...solved })).toBe('closed')
    const checked = await reportDrawn(true)
    expect(await stepOf(world, owner, { id: checked, move: 'solveOnSpot', ...solved })).toBe('verifying')
    expect(issueOf(world, checked).isSampled).toBe(true)
    expect(await stepOf(world, 'community-worker-2', { id: checked, move: 'confirm' })).toBe('closed')
    made.add('solveOnSpot')
  })

  test('merged and unmerged it is where it was, and both histories are whole', async () => {
    const [parentId, id] = [await report(world), await report(world)]
    await stepOf(world, owner, { id, move: 'start' })
    const before = issueOf(world, id)
    expect(await stepOf(world, desk, { id, move: 'merge', parentId })).toBe('merged')
    expect(issueOf(world, id)).toMatchObject({ isOpen: false, mergedInto: { issueId: parentId, from: 'handling' } })
    expect(await stepOf(world, desk, { id, move: 'unmerge', reason: '不是一回事' })).toBe('handling')
    const after = issueOf(world, id)
    expect(after).toMatchObject({ isOpen: true, mergedInto: null, clock: before.clock })
    expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline)
    made.add('merge').add('unmerge')
  })

  afterAll(() => expect([...made].sort()).toEqual(Object.keys(issueMoveNames).sort()))
})

test('unread counts follow what others do, not what one did oneself', async () => {
  const unread = async (persona: string) => (await world.ask(persona, 'notices.countUnread', {})).unread
  const id = await report(world)
  expect([await unread(reporter), await unread(owner)]).toEqual([0, 1])
  await stepOf(world, owner, { id, move: 'start' })
  expect([await unread(reporter), await unread(owner)]).toEqual([1, 1])
  await stepOf(world, owner, { id, move: 'passOn', personId: 'worker-grid-7', reason: '管道在七网格' })
  expect([await unread(reporter), await unread(owner), await unread('worker-grid-7')]).toEqual([2, 1, 1])
  await stepOf(world, 'worker-grid-7', { id, move: 'submit', ...solved })
  await stepOf(world, reporter, { id, move: 'confirm' })
  expect([await unread(reporter), await unread(owner), await unread('worker-grid-7')]).toEqual([3, 1, 2])
})

test('the first person asked stays the contact, whoever owns it later', async () => {
  const id = await report(world)
  await stepOf(world, owner, { id, move: 'passOn', personId: 'worker-grid-7', reason: '管道在七网格' })
  expect(await world.ask(reporter, 'issues.getIssue', { id })).toMatchObject({
    owner: { personId: 'worker-grid-7' },
    contact: { personId: owner },
  })
})

test('what its reporter completed goes to whoever is there now, and whoever is relieved is told', async () => {
  const id = await report(world)
  await stepOf(world, desk, { id, move: 'return', reason: '请补充楼层' })
  await world.ask(owner, 'organization.setLeave', {
    leave: { from: '2026-11-25', to: '2026-11-25', standInId: 'worker-grid-7' },
  })
  expect(await stepOf(world, reporter, { id, move: 'resubmit', reason: '三楼' })).toBe('dispatched')
  expect(issueOf(world, id).owner.personId).toBe('worker-grid-7')
  const { notices } = await world.ask(owner, 'notices.listNotices', {})
  expect(notices.some(({ text }) => text.startsWith('这件事已改由'))).toBe(true)
})

test('what is reopened goes back to who had it, and is routed again only when they have left the post', async () => {
  const [kept, left] = [await closedIssue(), await closedIssue()]
  await stepOf(world, reporter, { id: kept, move: 'reopen' })
  expect(issueOf(world, kept).owner.personId).toBe(owner)
  await world.runtime.store.postings.updateWhere({ personId: owner }, { to: '2026-11-24' })
  await stepOf(world, reporter, { id: left, move: 'reopen' })
  expect(issueOf(world, left)).toMatchObject({ gridId: 'grid-6', state: 'handling' })
  expect(issueOf(world, left).owner.personId).not.toBe(owner)
})

test.each([
  ['the same post in another grid', { scope: { kind: 'grid', id: 'grid-1' } }],
  ['another post in the same grid', { role: 'volunteer' }],
] as const)('an owner who now holds %s has left the post they were given it in', async (_name, change) => {
  const id = await closedIssue()
  await world.runtime.store.postings.updateWhere({ personId: owner }, change)
  await stepOf(world, reporter, { id, move: 'reopen' })
  expect(issueOf(world, id)).toMatchObject({ gridId: 'grid-6', state: 'handling' })
  expect(issueOf(world, id).owner.personId).not.toBe(owner)
})

describe('what the duty post has to decide is told to whoever of it is there', () => {
  const other = 'community-worker-2'
  const toldTo = (personId: string, id: string) =>
    world
      .documents('notices')
      .filter(({ recipientId, subject }) => recipientId === personId && subject.id === id)
      .map(({ text }) => text)
  beforeEach(() =>
    world.runtime.store.persons.updateWhere(
      { _id: desk },
      { leave: { from: '2026-11-25', to: '2026-11-25', standInId: other } },
    ),
  )

  test('an appeal', async () => {
    const id = await report(world)
    await stepOf(world, other, { id, move: 'decline', reason: '不在职责内', turnTo: '市政热线' })
    await stepOf(world, reporter, { id, move: 'appeal', reason: '请再看' })
    expect([toldTo(desk, id), toldTo(other, id)]).toEqual([[], [expect.stringContaining('申诉')]])
  })

  test('an issue passed on for the last time, with the moment until which', async () => {
    const id = await report(world)
    await stepOf(world, owner, { id, move: 'passOn', personId: 'worker-grid-7', reason: '转交' })
    expect(toldTo(other, id)).toEqual([])
    await stepOf(world, 'worker-grid-7', { id, move: 'passOn', personId: 'worker-grid-5', reason: '转交' })
    expect(issueOf(world, id).decisionDueAt).toBe('2026-11-25T05:00:00.000Z')
    expect(toldTo(other, id)).toEqual(['这件事已转交多次，请您在 11 月 25 日 13:00 前决定由谁负责。'])
    expect(toldTo(desk, id)).toEqual([])
  })

  test('but never to whom it is about', async () => {
    const id = await report(world, reporter, { aboutPersonId: other })
    await stepOf(world, owner, { id, move: 'passOn', personId: 'worker-grid-7', reason: '转交' })
    await stepOf(world, 'worker-grid-7', { id, move: 'passOn', personId: 'worker-grid-5', reason: '转交' })
    expect([toldTo(desk, id), toldTo(other, id)]).toEqual([[], []])
  })
})

test('a step sent twice is made once, with the same reply', async () => {
  const id = await report(world)
  const fileIds = [await world.upload(owner, jpeg())]
  const input: Input = { id, move: 'submit', ...solved, fileIds }
  await expectOnce(world, owner, name, input, { ...input, sentence: '别的' })
  expect(issueOf(world, id).timeline).toHaveLength(3)
})

test('a step that was refused leaves its photos free: they may come again, or go elsewhere', async () => {
  const id = await report(world)
  const fileIds = [await world.upload(owner, jpeg())]
  await expectRefused(world, 'NOT_FOUND', 'worker-grid-7', name, {
    id,
    move: 'start',
    fileIds: [await world.upload('worker-grid-7', jpeg())],
  })
  await expectRefused(world, 'ISSUE_MOVE_INCOMPLETE', owner, name, { id, move: 'submit', result: 'resolved', fileIds })
  expect(await stepOf(world, owner, { id, move: 'submit', ...solved, fileIds })).toBe('verifying')
})

test('when its owner starts from two phones at once, one starts it and the other learns that it is so', async () => {
  const id = await report(world)
  const codes = await Promise.all([1, 2].map(() => world.refusalOf(owner, name, { id, move: 'start' })))
  expect(codes.sort()).toEqual(['ISSUE_MOVE_NOT_ALLOWED', 'ok'])
  expect(issueOf(world, id).timeline).toHaveLength(3)
})

test('the same request twice at once is done once, and both get the same reply', async () => {
  const id = await report(world)
  const requestId = freshRequestId()
  const [first, ...more] = await Promise.all(
    [1, 2, 3].map(() => world.ask(owner, name, { id, move: 'start' }, requestId)),
  )
  for (const reply of more) expect(reply).toEqual(first)
  expect(issueOf(world, id).timeline).toHaveLength(3)
})

test('of a start and a withdrawal at once one happens', async () => {
  const id = await report(world)
  const codes = await Promise.all([
    world.refusalOf(owner, name, { id, move: 'start' }),
    world.refusalOf(reporter, name, { id, move: 'withdraw' }),
  ])
  expect(codes.sort()).toEqual(['ISSUE_MOVE_NOT_ALLOWED', 'ok'])
})

describe('photos of a step that was refused because somebody else was quicker', () => {
  /** Where photos were moved to keep them, seen on their way. */
  const movedTo: string[] = []
  /** What somebody else does while they are moved. */
  let meanwhile: (() => Promise<unknown>) | undefined
  beforeEach(() => {
    movedTo.length = 0
    meanwhile = undefined
    const { files } = world.runtime
    const move = files.move.bind(files)
    jest.spyOn(files, 'move').mockImplementation(async (moves) => {
      movedTo.push(...moves.map(({ to }) => to).filter((to) => to.startsWith('kept/')))
      await meanwhile?.()
      return move(moves)
    })
  })
  afterEach(() => void jest.restoreAllMocks())

  const stillThere = async () => {
    const cloudOf = (await world.upload(owner, jpeg())).replace(/photos\/.*$/, '')
    return (await world.runtime.files.urlsOf([...new Set(movedTo)].map((to) => `${cloudOf}${to}`))).size
  }

  test('go back to who uploaded them', async () => {
    const id = await report(world)
    const fileIds = [await world.upload(owner, jpeg())]
    meanwhile = () => world.refusalOf(reporter, name, { id, move: 'withdraw' })
    await expectCode(world, 'ISSUE_MOVE_NOT_ALLOWED', owner, name, { id, move: 'submit', ...solved, fileIds })
    expect(issueOf(world, id).state).toBe('withdrawn')
    expect(movedTo).not.toEqual([])
    expect(await stillThere()).toBe(0)
    expect((await world.runtime.files.urlsOf(fileIds)).size).toBe(1)
  })

  test('stay when the quicker one was the same request', async () => {
    const id = await report(world)
    const input = { id, move: 'submit' as const, ...solved, fileIds: [await world.upload(owner, jpeg())] }
    const requestId = freshRequestId()
    const replies = await Promise.all([1, 2, 3].map(() => world.ask(owner, name, input, requestId)))
    expect(replies.map(({ state }) => state)).toEqual(['verifying', 'verifying', 'verifying'])
    const { resultFileIds } = issueOf(world, id)
    expect([...(await world.runtime.files.urlsOf(resultFileIds)).keys()]).toEqual(resultFileIds)
    expect(resultFileIds).toHaveLength(1)
  })
})

describe('merging', () => {
  const codesOf = (pairs: readonly (readonly [string, string])[]) =>
    Promise.all(pairs.map(([id, parentId]) => world.refusalOf(desk, name, { id, move: 'merge', parentId })))
  const isRing = (start: string): boolean => {
    const seen = new Set<string>()
    for (let next: string | undefined = start; next; next = issueOf(world, next).mergedInto?.issueId) {
      if (seen.has(next)) return true
      seen.add(next)
    }
    return false
  }

  test('ISSUE_MERGE_CIRCLE: not into itself, nor into what went into it, however far; ISSUE_PARENT_CLOSED: not into what is merged, declined or withdrawn', async () => {
    const [a, b, c, d] = [await report(world), await report(world), await report(world), await report(world)]
    await refused('ISSUE_MERGE_CIRCLE', desk, { id: a, move: 'merge', parentId: a })
    await stepOf(world, desk, { id: a, move: 'merge', parentId: b })
    const { message } = await refused('ISSUE_MERGE_CIRCLE', desk, { id: b, move: 'merge', parentId: a })
    expect(message).toContain('绕成一圈')
    await stepOf(world, desk, { id: b, move: 'merge', parentId: c })
    await refused('ISSUE_MERGE_CIRCLE', desk, { id: c, move: 'merge', parentId: a })
    await refused('ISSUE_PARENT_CLOSED', desk, { id: d, move: 'merge', parentId: a })
    const [declined, withdrawn] = [await report(world), await report(world)]
    await stepOf(world, desk, { id: declined, move: 'decline', reason: '不在职责内', turnTo: '市政热线' })
    await stepOf(world, reporter, { id: withdrawn, move: 'withdraw' })
    for (const parentId of [declined, withdrawn])
      await refused('ISSUE_PARENT_CLOSED', desk, { id: c, move: 'merge', parentId })
  })

  test('ISSUE_MERGE_PRIVATE: a dispute stands with disputes only, for whoever reported the one follows the other', async () => {
    const [dispute, litter, labour] = [
      await report(world, reporter, { classCode: 'dispute' }),
      await report(world),
      await report(world, reporter, { classCode: 'labour' }),
    ]
    await refused('ISSUE_MERGE_PRIVATE', desk, { id: dispute, move: 'merge', parentId: litter })
    await refused('ISSUE_MERGE_PRIVATE', desk, { id: litter, move: 'merge', parentId: dispute })
    await refused('ISSUE_MERGE_PRIVATE', desk, { id: labour, move: 'merge', parentId: dispute })
    const other = await report(world, 'resident-grid-7', { classCode: 'dispute' })
    await stepOf(world, desk, { id: other, move: 'merge', parentId: dispute })
    expect(issueOf(world, other).state).toBe('merged')
  })

  const followersOf = (id: string) => issueOf(world, id).followers.map(({ personId }) => personId)

  test('whoever reported the same thing follows it, without learning who else did, until theirs is on its own again', async () => {
    const neighbour = 'resident-grid-7'
    const [top, parent] = [await report(world), await report(world)]
    const child = await report(world, neighbour)
    await expectRefused(world, 'NOT_FOUND', neighbour, 'issues.getIssue', { id: top })
    await stepOf(world, desk, { id: child, move: 'merge', parentId: parent })
    await stepOf(world, desk, { id: parent, move: 'merge', parentId: top })
    expect(followersOf(top)).toEqual([reporter, neighbour])
    await stepOf(world, owner, { id: top, move: 'start' })
    const told = async () => {
      const { store, files } = world.runtime
      await deliverAnnouncements({ store, files, now: world.clock.now })
      return (await world.ask(neighbour, 'notices.listNotices', {})).notices.filter(({ subject }) => subject.id === top)
    }
    expect(await told()).toMatchObject([{ text: expect.stringContaining('已经开始处理') }])
    const seen = await world.ask(neighbour, 'issues.getIssue', { id: top })
    expect(seen).toMatchObject({ state: 'handling', reporter: null, moves: [], canRate: false, isMine: false })
    expect(seen.timeline[0]!.actor).toBeNull()

    await stepOf(world, desk, { id: child, move: 'unmerge', reason: '不是一回事' })
    expect(followersOf(parent)).toEqual([])
    expect(followersOf(top)).toEqual([reporter])
    await stepOf(world, owner, { id: top, move: 'submit', ...solved })
    expect(await told()).toHaveLength(1)
    await expectRefused(world, 'NOT_FOUND', neighbour, 'issues.getIssue', { id: top })
  })

  test.each([
    [2, 0],
    [3, 0],
    [4, 0],
    [2, followersMax],
    [3, followersMax],
  ])(
    '%i issues with %i neighbours merged in a ring at the same moment never make a circle',
    async (count, neighbours) => {
      const ids = await Promise.all(Array.from({ length: count }, () => report(world)))
      const followers = Array.from({ length: neighbours }, (_, at) => ({
        personId: `neighbour-${at}`,
        householdId: null,
        issueId: `other-${at}`,
        hasJoined: false,
        at: '2026-11-25T01:00:00.000Z',
      }))
      for (const id of ids) await world.runtime.store.issues.updateWhere({ _id: id }, { followers })
      const codes = await codesOf(ids.map((id, at) => [id, ids[(at + 1) % count]!]))
      expect(codes).toContain('ok')
      for (const code of codes) expect(['ok', 'ISSUE_PARENT_CLOSED', 'ISSUE_MERGE_CIRCLE']).toContain(code)
      for (const id of ids) expect(isRing(id)).toBe(false)
    },
  )

  test('into what is not there, or of another community, is into nothing', async () => {
    const id = await report(world)
    const theirs = await report(world, 'b-resident-1', { place: { words: '蓝桥' } })
    const hidden = await refused('ISSUE_MOVE_INCOMPLETE', desk, { id, move: 'merge', parentId: theirs })
    const absent = await refused('ISSUE_MOVE_INCOMPLETE', desk, { id, move: 'merge', parentId: 'nothing-of-this-id' })
    expect(hidden).toEqual(absent)
  })
})

describe('refusals, each with nothing written', () => {
  test('ISSUE_MOVE_NOT_ALLOWED: the state forbids it', async () => {
    const id = await report(world)
    await refused('ISSUE_MOVE_NOT_ALLOWED', owner, { id, move: 'resume' })
    await refused('ISSUE_MOVE_NOT_ALLOWED', reporter, { id, move: 'confirm' })
    await stepOf(world, reporter, { id, move: 'withdraw' })
    await refused('ISSUE_MOVE_NOT_ALLOWED', owner, { id, move: 'start' })
  })

  test('ISSUE_MOVE_INCOMPLETE: what is missing is said beside its field', async () => {
    const id = await report(world, reporter, { classCode: 'litter' })
    const { fields } = await refused('ISSUE_MOVE_INCOMPLETE', owner, { id, move: 'submit', result: 'resolved' })
    expect(Object.keys(fields!)).toEqual(['sentence', 'fileIds'])
    await refused('ISSUE_MOVE_INCOMPLETE', owner, { id, move: 'solveOnSpot', ...solved })
    await refused('ISSUE_MOVE_INCOMPLETE', owner, { id, move: 'passOn', personId: 'worker-grid-7' })
    await refused('ISSUE_MOVE_INCOMPLETE', desk, { id, move: 'decline', reason: '不受理' })
  })

  test('where nothing was resolved no photo is asked for', async () => {
    const id = await report(world, reporter, { classCode: 'litter' })
    expect(await stepOf(world, owner, { id, move: 'submit', result: 'notOurs', sentence: '属于市政' })).toBe(
      'verifying',
    )
  })

  test('ISSUE_REPORTER_ASKED_FIRST: a verifier says it is solved only when the reporter has been silent for seven days', async () => {
    const id = await report(world)
    await stepOf(world, owner, { id, move: 'submit', ...solved })
    await refused('ISSUE_REPORTER_ASKED_FIRST', desk, { id, move: 'confirm' })
    const { moves } = await world.ask(desk, 'issues.getIssue', { id })
    expect(moves.map(({ move }) => move).filter((move) => move === 'confirm' || move === 'reject')).toEqual(['reject'])
    world.clock.now += 7 * 86_400_000
    expect(await stepOf(world, desk, { id, move: 'confirm' })).toBe('closed')
  })

  test('ISSUE_FIXER_CANNOT_VERIFY: not even a community worker checks their own result', async () => {
    const id = await report(world, reporter, { classCode: 'policy' })
    const fixer = issueOf(world, id).owner.personId
    await stepOf(world, fixer, { id, move: 'submit', ...solved })
    for (const move of ['confirm', 'reject'] as const)
      await refused('ISSUE_FIXER_CANNOT_VERIFY', fixer, { id, move, reason: '自己核查' })
  })

  test('ISSUE_REOPEN_TOO_LATE: fifteen days after closing, to the minute', async () => {
    const id = await closedIssue()
    world.clock.now += 15 * 86_400_000 + 1
    await refused('ISSUE_REOPEN_TOO_LATE', reporter, { id, move: 'reopen' })
    world.clock.now -= 1
    expect(await stepOf(world, reporter, { id, move: 'reopen' })).toBe('handling')
  })

  test('ISSUE_REOPEN_TOO_OFTEN: the third time is supervised, a fourth there is not', async () => {
    const id = await closedIssue()
    for (const isSupervised of [false, false, true]) {
      await stepOf(world, reporter, { id, move: 'reopen' })
      expect(issueOf(world, id).isSupervised).toBe(isSupervised)
      await stepOf(world, owner, { id, move: 'submit', ...solved })
      await stepOf(world, reporter, { id, move: 'confirm' })
    }
    await refused('ISSUE_REOPEN_TOO_OFTEN', reporter, { id, move: 'reopen' })
  })

  test('ISSUE_ALREADY_APPEALED: one appeal', async () => {
    const id = await report(world)
    const decline: Input = { id, move: 'decline', reason: '不在职责内', turnTo: '市政热线' }
    await stepOf(world, desk, decline)
    await stepOf(world, reporter, { id, move: 'appeal', reason: '请再看' })
    await stepOf(world, desk, decline)
    await refused('ISSUE_ALREADY_APPEALED', reporter, { id, move: 'appeal', reason: '请再看' })
  })

  test('ISSUE_PERSON_UNFIT: nobody away, without duty, of another community, or not there at all', async () => {
    const id = await report(world)
    for (const personId of [
      owner,
      'worker-grid-3',
      'resident-grid-7',
      'volunteer-1',
      'clerk-1',
      'b-worker-grid-1',
      'nobody-of-this-id',
    ])
      await refused('ISSUE_PERSON_UNFIT', owner, { id, move: 'passOn', personId, reason: '转交' })
  })

  test('ISSUE_PASSED_ON_TOO_OFTEN: after two hand-overs the community decides', async () => {
    const id = await report(world)
    await stepOf(world, owner, { id, move: 'passOn', personId: 'worker-grid-7', reason: '转交' })
    await stepOf(world, 'worker-grid-7', { id, move: 'passOn', personId: 'worker-grid-5', reason: '转交' })
    const input: Input = { id, move: 'passOn', personId: owner, reason: '转交' }
    await refused('ISSUE_PASSED_ON_TOO_OFTEN', 'worker-grid-5', input)
    expect(await stepOf(world, desk, input)).toBe('dispatched')
    expect(issueOf(world, id).owner.personId).toBe(owner)
  })

  test.each(['2026-11-25', '2026-11-24', '2027-02-24'])('ISSUE_UNTIL_OUT_OF_RANGE: until %s', async (until) => {
    const id = await report(world)
    await stepOf(world, owner, { id, move: 'start' })
    await refused('ISSUE_UNTIL_OUT_OF_RANGE', owner, { id, move: 'suspend', reason: '等配件', until })
  })

  test('FILE_NOT_YOURS, FILE_NOT_AN_IMAGE, FILE_TOO_LARGE: no result without its photos', async () => {
    const id = await report(world)
    const submit = async (code: string, persona: string, bytes: Uint8Array) =>
      refused(code, owner, { id, move: 'submit', ...solved, fileIds: [await world.upload(persona, bytes)] })
    await submit('FILE_NOT_YOURS', reporter, jpeg())
    await submit('FILE_NOT_AN_IMAGE', owner, Buffer.from('一段不是照片的文字，改了名字'))
    await submit('FILE_TOO_LARGE', owner, jpeg({ height: 4097 }))
    const [one] = [await world.upload(owner, jpeg())]
    const both: Input = { id, move: 'solveOnSpot', ...solved, fileIds: [one], beforeFileIds: [one] }
    expect(await world.refusalOf(owner, name, both)).toBe('FILE_NOT_YOURS')
  })

  test('FORBIDDEN: who may see it but has no part in the step', async () => {
    const id = await report(world)
    await refused('FORBIDDEN', reporter, { id, move: 'start' })
    await refused('FORBIDDEN', 'group-leader-4', { id, move: 'start' })
    await refused('FORBIDDEN', owner, { id, move: 'decline', reason: '不受理', turnTo: '市政' })
    await refused('FORBIDDEN', owner, { id, move: 'withdraw' })
    await refused('FORBIDDEN', desk, { id, move: 'passOn', personId: 'worker-grid-7', reason: '转交' })
  })
})

test.each(Object.keys(issueMoveNames) as IssueMove[])(
  '%s of an issue somebody may not see is answered as if it were not there',
  async (move) => {
    const id = await report(world)
    for (const persona of ['resident-grid-7', 'worker-grid-7', 'newcomer-1', 'b-community-worker-1'])
      await expectAbsent(world, persona, name, id, (one) => ({
        id: one,
        move,
        reason: '理由',
        ...solved,
        turnTo: '市政',
        personId: 'worker-grid-7',
        parentId: 'nothing-of-this-id',
        until: '2026-12-01',
      }))
  },
)

test('without an identity nothing moves', async () => {
  const id = await report(world)
  await expectRefused(world, 'UNAUTHENTICATED', null, name, { id, move: 'start' })
})

describe('an issue whose owner has left the post', () => {
  const leave = (personId: string) => world.runtime.store.postings.updateWhere({ personId }, { to: '2026-11-24' })
  const reason = '原网格员已离岗'

  test('is not there for them any more, in no list and to no move, unless they reported it', async () => {
    const id = await report(world)
    const own = await report(world, 'worker-grid-6')
    await leave('worker-grid-6')
    for (const move of ['start', 'submit', 'passOn'] as const)
      await expectRefused(world, 'NOT_FOUND', 'worker-grid-6', name, { id, move, reason })
    await expectRefused(world, 'NOT_FOUND', 'worker-grid-6', 'issues.getIssue', { id })
    await expectRefused(world, 'NOT_FOUND', 'worker-grid-6', 'issues.addProgress', { id, text: '进展' })
    await expectRefused(world, 'FORBIDDEN', 'worker-grid-6', 'issues.listQueue', {})
    await world.runtime.store.postings.updateWhere({ personId: 'worker-grid-7' }, { personId: 'worker-grid-6' })
    expect((await world.ask('worker-grid-6', 'issues.listQueue', {})).issues.map((row) => row.id)).toEqual([own])
    expect(await stepOf(world, 'worker-grid-6', { id: own, move: 'withdraw' })).toBe('withdrawn')
  })

  test.each(['dispatched', 'handling'])('when %s, is passed on by a community worker, by the router', async (state) => {
    const id = await report(world)
    if (state === 'handling') await stepOf(world, 'worker-grid-6', { id, move: 'start' })
    const passOnOf = async (persona: string) =>
      (await world.ask(persona, 'issues.getIssue', { id })).moves.find(({ move }) => move === 'passOn')
    expect(await passOnOf('community-worker-1')).toBeUndefined()
    await leave('worker-grid-6')
    expect(await passOnOf('community-worker-1')).toMatchObject({ needs: ['reason'] })
    expect(await passOnOf('group-leader-4')).toBeUndefined()
    expect(await stepOf(world, 'community-worker-1', { id, move: 'passOn', reason })).toBe('dispatched')
    const { owner, passes } = issueOf(world, id)
    expect(owner.personId).not.toBe('worker-grid-6')
    expect(passes).toBe(0)
    expect(await passOnOf('community-worker-1')).toBeUndefined()
    expect(await stepOf(world, owner.personId, { id, move: 'start' })).toBe('handling')
  })

  test('goes to whom the community worker names, and only to somebody fit', async () => {
    const id = await report(world)
    await leave('worker-grid-6')
    const input = { id, move: 'passOn', reason } as const
    await expectRefused(world, 'ISSUE_PERSON_UNFIT', 'community-worker-1', name, {
      ...input,
      personId: 'worker-grid-6',
    })
    await stepOf(world, 'community-worker-1', { ...input, personId: 'worker-grid-5' })
    expect(issueOf(world, id).owner.personId).toBe('worker-grid-5')
  })

  test('stays its owner’s while they are on leave', async () => {
    const id = await report(world)
    const leaveDays = { from: '2026-11-25', to: '2026-11-26', standInId: 'worker-grid-7' }
    await world.runtime.store.persons.updateWhere({ _id: 'worker-grid-6' }, { leave: leaveDays })
    const input = { id, move: 'passOn', reason, personId: 'worker-grid-5' } as const
    await expectRefused(world, 'FORBIDDEN', 'community-worker-1', name, input)
    expect(await stepOf(world, 'worker-grid-6', { id, move: 'start' })).toBe('handling')
  })
})

describe('a photo of the result that is already one of before', () => {
  const plant = jpeg({ serial: 0 })
  const located = jpeg({ serial: 0, exif: 'GPS 36.78N 118.05E' })
  const upload = (persona: string, bytes: Uint8Array) => world.upload(persona, bytes)

  test.each(['submit', 'solveOnSpot'] as const)('is refused by %s whoever sends it, and kept nowhere', async (move) => {
    const classCode = 'litter'
    const id = await report(world, reporter, { classCode, fileIds: [await upload(reporter, plant)] })
    const input = { id, move, ...solved }
    const again = { ...input, fileIds: [await upload(owner, plant)] }
    await expectRefused(world, 'FILE_SHOWN_BEFORE', owner, name, again)
    const mixed = { ...input, fileIds: [await upload(owner, jpeg()), await upload(owner, plant)] }
    await expectRefused(world, 'FILE_SHOWN_BEFORE', owner, name, mixed)
    await stepOf(world, owner, { ...input, fileIds: [await upload(owner, jpeg())] })
    expect(issueOf(world, id).resultFileIds).toHaveLength(1)
  })

  test('is known without its metadata, among photos that came with the move or were added later', async () => {
    const id = await report(world, reporter, { classCode: 'litter' })
    const both = {
      id,
      move: 'solveOnSpot' as const,
      ...solved,
      fileIds: [await upload(owner, located)],
      beforeFileIds: [await upload(owner, plant)],
    }
    await expectRefused(world, 'FILE_SHOWN_BEFORE', owner, name, both)
    await stepOf(world, desk, { id, move: 'return', reason: '请补一张照片' })
    await stepOf(world, reporter, { id, move: 'resubmit', fileIds: [await upload(reporter, plant)] })
    const late = { id, move: 'submit' as const, ...solved, fileIds: [await upload(owner, plant)] }
    await expectRefused(world, 'FILE_SHOWN_BEFORE', issueOf(world, id).owner.personId, name, late)
  })

  test('of another issue is no matter, nor is one shown with progress', async () => {
    const id = await report(world, reporter, { classCode: 'litter', fileIds: [await upload(reporter, jpeg())] })
    await report(world, reporter, { classCode: 'litter', fileIds: [await upload(reporter, plant)] })
    await stepOf(world, owner, { id, move: 'start' })
    await world.ask(owner, 'issues.addProgress', { id, text: '清理中', fileIds: [await upload(owner, plant)] })
    expect(await stepOf(world, owner, { id, move: 'submit', ...solved, fileIds: [await upload(owner, plant)] })).toBe(
      'verifying',
    )
  })
})
