import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { reportsMax } from '@/shared/domain/issues/report-limit'
import { secondCorner, pointAt } from '@cloud/sample/ground'
import { freshRequestId } from '../../support/cloud'
import { jpeg } from '../../support/images'
import { expectOnce, expectRefused, insertIssues, issueOf, report, useWorld } from '../world'

const world = useWorld()
const name = 'issues.reportIssue' satisfies CapabilityName

type Input = InputOf<ContractOf<typeof name>>
const litter = (changes: Partial<Input> = {}): Input => ({
  classCode: 'litter',
  text: '3号楼旁边堆了很多纸箱',
  place: { buildingId: 'building-12-1' },
  ...changes,
})

test('a report has a named owner, a reason, a limit and a code from its first moment', async () => {
  const worker = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  const reply = await world.ask(
    'resident-grid-6',
    name,
    litter({ place: { buildingId: 'building-12-1', words: '东侧' } }),
  )
  expect(reply).toMatchObject({
    state: 'dispatched',
    route: {
      gridId: 'grid-6',
      gridName: '第六网格',
      owner: { personId: worker._id, name: worker.name, role: 'gridWorker' },
      reason: `第六网格 · 网格员 ${worker.name}，因为所选楼栋属于这个网格`,
    },
    dueAt: '2026-11-25T05:00:00.000Z',
  })
  expect(reply.code).toMatch(/^1125-[A-Z0-9]{4}$/)
  expect(issueOf(world, reply.id)).toMatchObject({
    text: '3号楼旁边堆了很多纸箱',
    place: { label: '陶埙苑1号楼', door: null, estateId: 'estate-12', words: '东侧' },
    reporterId: 'resident-grid-6',
    source: 'resident',
    isOpen: true,
    contact: { personId: 'worker-grid-6' },
    timeline: [{ kind: 'reported' }, { kind: 'move', move: 'dispatch', actor: null }],
  })
})

test('the owner finds it unread, the reporter finds a thank-you already read', async () => {
  const id = await report(world)
  expect(await world.ask('worker-grid-6', 'notices.listNotices', {})).toMatchObject({
    unread: 1,
    notices: [{ subject: { kind: 'issue', id }, isRead: false }],
  })
  expect(await world.ask('resident-grid-6', 'notices.listNotices', {})).toMatchObject({
    unread: 0,
    notices: [{ subject: { kind: 'issue', id }, isRead: true }],
  })
})

test('of two who share a seat, the one with less to do gets it', async () => {
  const owners = []
  for (let round = 0; round < 4; round++)
    owners.push(
      issueOf(
        world,
        await report(world, 'resident-grid-2', { classCode: 'lift', place: { buildingId: 'building-1-1' } }),
      ).owner.personId,
    )
  expect(owners.sort()).toEqual([
    'property-manager-1',
    'property-manager-1',
    'property-manager-2',
    'property-manager-2',
  ])
})

test('a complaint never goes to the person it is about', async () => {
  for (const aboutPersonId of ['community-worker-1', 'community-worker-2']) {
    const id = await report(world, 'resident-grid-6', { classCode: 'complaint', aboutPersonId })
    expect(issueOf(world, id).owner.personId).not.toBe(aboutPersonId)
  }
})

test("a newcomer's first report is accepted and puts them on record once", async () => {
  await report(world, 'newcomer-1')
  await report(world, 'newcomer-1')
  expect(world.documents('persons').filter(({ openid }) => openid === 'openid-newcomer-1')).toHaveLength(1)
  expect((await world.ask('newcomer-1', 'issues.listMyIssues', {})).issues).toHaveLength(2)
})

test('ten first reports of one newcomer at once make ten issues and one person', async () => {
  await Promise.all(Array.from({ length: 10 }, () => report(world, 'newcomer-1')))
  expect(world.documents('issues')).toHaveLength(10)
  expect(world.documents('persons').filter(({ openid }) => openid === 'openid-newcomer-1')).toHaveLength(1)
})

test('sent twice it is one issue, with the same reply; other words under the same request id are refused', async () => {
  const fileIds = [await world.upload('resident-grid-6', jpeg())]
  await expectOnce(world, 'resident-grid-6', name, litter({ fileIds }), litter({ fileIds, text: '别的事' }))
  expect(world.documents('issues')).toHaveLength(1)
  expect(world.documents('notices')).toHaveLength(2)
})

test('the same report sent ten times at once under one request id is one issue and ten equal replies', async () => {
  const requestId = freshRequestId()
  const fileIds = [await world.upload('resident-grid-6', jpeg())]
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => world.ask('resident-grid-6', name, litter({ fileIds }), requestId)),
  )
  for (const reply of replies) expect(reply).toEqual(replies[0])
  expect(world.documents('issues')).toHaveLength(1)
  expect(world.documents('notices')).toHaveLength(2)
})

test('two people may use the same request id without meeting each other', async () => {
  const requestId = freshRequestId()
  const first = await world.ask('resident-grid-6', name, litter(), requestId)
  const second = await world.ask('resident-grid-7', name, litter(), requestId)
  expect(first.id).not.toBe(second.id)
})

test('photos become the issue’s, and where they were taken is cut out of them', async () => {
  const fileIds = [await world.upload('resident-grid-6', jpeg({ exif: 'GPS 36.78N 118.05E', serial: 0 }))]
  const { id } = await world.ask('resident-grid-6', name, litter({ fileIds }))
  const { photos } = await world.ask('resident-grid-6', 'issues.getIssue', { id })
  const bytes = Buffer.from(await (await fetch(photos[0]!.url)).arrayBuffer())
  expect(bytes.equals(Buffer.from(jpeg({ serial: 0 })))).toBe(true)
})

test('a photo used twice by two reports at once goes with one of them', async () => {
  const fileIds = [await world.upload('resident-grid-6', jpeg())]
  const codes = await Promise.all([1, 2].map(() => world.refusalOf('resident-grid-6', name, litter({ fileIds }))))
  expect(codes.sort()).toEqual(['FILE_NOT_YOURS', 'ok'])
})

test('what a worker reports on patrol stands under their post; a resident cannot say they were on patrol', async () => {
  const id = await report(world, 'worker-grid-6', { source: 'patrol' })
  expect(issueOf(world, id)).toMatchObject({ source: 'patrol', timeline: [{ actor: { role: 'gridWorker' } }, {}] })
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, litter({ source: 'patrol' }))
})

test.each([
  ['ISSUE_CLASS_UNKNOWN', { classCode: 'nonsense' }],
  ['ISSUE_PLACE_UNKNOWN', { place: { buildingId: 'b-building-1-1' } }],
  ['ISSUE_OUTSIDE_COMMUNITY', { place: { point: pointAt(secondCorner, [100, 200]) } }],
] satisfies [string, Partial<Input>][])('%s: nothing is written', async (code, changes) => {
  await expectRefused(world, code, 'resident-grid-6', name, litter(changes))
})

test('FILE_TOO_LARGE, FILE_NOT_AN_IMAGE, FILE_NOT_YOURS: the report is not taken, and nothing is written', async () => {
  const persona = 'resident-grid-6'
  const [heavy, wide, words, foreign] = [
    await world.upload(persona, jpeg(), 'image/jpeg'),
    await world.upload(persona, jpeg({ width: 5000 })),
    await world.upload(persona, Buffer.from('这不是照片，是一段文字，只是名字像照片')),
    await world.upload('resident-grid-7', jpeg()),
  ]
  await world.runtime.files.write(heavy.replace(/^cloud:\/\/[^/]+\//, ''), jpeg({ padding: 1_048_576 }))
  for (const [code, fileId] of [
    ['FILE_TOO_LARGE', heavy],
    ['FILE_TOO_LARGE', wide],
    ['FILE_NOT_AN_IMAGE', words],
    ['FILE_NOT_YOURS', foreign],
  ] as const)
    await expectRefused(world, code, persona, name, litter({ fileIds: [fileId] }))
})

test('words that show nothing are no words; what an emoji is joined with stays', async () => {
  const blank = litter({ text: ' \u200D\u200C\u00AD\u3164\u2800\uFE0F ' })
  expect((await expectRefused(world, 'INVALID_INPUT', 'resident-grid-6', name, blank)).fields).toEqual({
    text: '请填写情况说明',
  })
  const family = '👨\u200D👩\u200D👧 门口有垃圾'
  const { id } = await world.ask('resident-grid-6', name, litter({ text: family }))
  expect(issueOf(world, id).text).toBe(family)
})

test('without an identity nobody reports', async () => {
  await expectRefused(world, 'UNAUTHENTICATED', null, name, litter())
})

describe('ISSUE_REPORTED_TOO_OFTEN', () => {
  const persona = 'resident-grid-6'
  const codesOf = async (count: number, changes: Partial<Input> = {}) => {
    const codes = []
    for (let at = 0; at < count; at++) codes.push(await world.refusalOf(persona, name, litter(changes)))
    return codes
  }

  test('twenty in ten minutes are taken, the next is asked to wait with its photo untouched, and goes ten minutes later', async () => {
    expect(new Set(await codesOf(20))).toEqual(new Set(['ok']))
    const fileIds = [await world.upload(persona, jpeg())]
    const failure = await expectRefused(world, 'ISSUE_REPORTED_TOO_OFTEN', persona, name, litter({ fileIds }))
    expect(failure.message).toContain('已存在手机里')
    await report(world, 'resident-grid-7')
    world.clock.now += 10 * 60_000
    expect(await world.refusalOf(persona, name, litter({ fileIds }))).toBe('ok')
  })

  test('what is urgent is taken however often it is said, and reaches its owner', async () => {
    await codesOf(20)
    expect(new Set(await codesOf(25, { classCode: 'fireLane' }))).toEqual(new Set(['ok']))
    const urgent = world.documents('issues').filter(({ classCode }) => classCode === 'fireLane')
    expect(urgent.map(({ owner }) => owner.personId)).toEqual(Array.from({ length: 25 }, () => 'worker-grid-6'))
    for (const classCode of ['lift', 'powerLight', 'pets', 'dispute', 'hardship'])
      expect([classCode, await codesOf(1, { classCode })]).toEqual([classCode, ['ok']])
    expect(await world.refusalOf(persona, name, litter())).toBe('ISSUE_REPORTED_TOO_OFTEN')
  })

  test('sixty in a day are taken and no more, until the next day', async () => {
    for (let round = 0; round < 3; round++) {
      expect(new Set(await codesOf(20))).toEqual(new Set(['ok']))
      world.clock.now += 11 * 60_000
    }
    expect(await codesOf(1)).toEqual(['ISSUE_REPORTED_TOO_OFTEN'])
    world.clock.now += 24 * 3_600_000
    expect(await codesOf(1)).toEqual(['ok'])
  })

  test('of sixty sent at once exactly twenty are taken, each whole, and a retry of one of them is answered as before', async () => {
    const requestIds = Array.from({ length: 60 }, freshRequestId)
    const send = (requestId: string) => world.send(persona, name, litter(), requestId)
    const answers = await Promise.all(requestIds.map(send))
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(20)
    expect(new Set(codes)).toEqual(new Set(['ok', 'ISSUE_REPORTED_TOO_OFTEN']))
    expect(world.documents('issues')).toHaveLength(20)
    expect(world.documents('notices')).toHaveLength(40)
    const first = codes.indexOf('ok')
    expect(await send(requestIds[first]!)).toEqual(answers[first])
  })
})

describe('where one more report is the last of the day', () => {
  const resident = 'resident-grid-6'
  /** All places of ten minutes but one are taken. */
  const nearlyFull = async () => {
    const id = await report(world, resident, { classCode: 'litter' })
    insertIssues(
      world,
      issueOf(world, id),
      Array.from({ length: reportsMax.perTenMinutes - 2 }, (_, at) => ({ _id: `full-${at}`, code: `full-${at}` })),
    )
  }
  const shown = async (fileIds: readonly string[]) => (await world.runtime.files.urlsOf(fileIds)).size
  const withPhoto = async () => litter({ fileIds: [await world.upload(resident, jpeg())] })

  test('of two at once one is refused, and has its photo as before', async () => {
    await nearlyFull()
    const inputs = [await withPhoto(), await withPhoto()]
    const codes = await Promise.all(inputs.map((input) => world.refusalOf(resident, name, input)))
    expect([...codes].sort()).toEqual(['ISSUE_REPORTED_TOO_OFTEN', 'ok'])
    expect(await shown(inputs[codes.indexOf('ok')]!.fileIds!)).toBe(0)
    const late = inputs[codes.indexOf('ISSUE_REPORTED_TOO_OFTEN')]!
    expect(await shown(late.fileIds!)).toBe(1)
    world.clock.now += 11 * 60_000
    const { id } = await world.ask(resident, name, late)
    expect(await shown(issueOf(world, id).fileIds)).toBe(1)
  })

  test('the same one sent twice at once keeps its photo', async () => {
    await nearlyFull()
    const input = await withPhoto()
    const requestId = freshRequestId()
    const [one, other] = await Promise.all([1, 2].map(() => world.ask(resident, name, input, requestId)))
    expect(one).toEqual(other)
    const { fileIds } = issueOf(world, one!.id)
    expect([fileIds.length, await shown(fileIds)]).toEqual([1, 1])
  })
})
