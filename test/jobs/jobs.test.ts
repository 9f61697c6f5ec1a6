import fs from 'node:fs'
import path from 'node:path'
import { askVerifiers } from '@cloud/jobs/ask-verifiers'
import { resumeSuspended, withdrawSilent } from '@cloud/jobs/move-by-time'
import { removeUnusedFiles } from '@cloud/jobs/remove-unused-files'
import { sweepExpired, sweptMax } from '@cloud/jobs/sweep-expired'
import { collections } from '@cloud/store/collections'
import { isDrawnForCheck } from '@/shared/domain/issues/issue-code'
import { addDays, dayMs, dayOf, toInstant } from '@/shared/kernel/time'
import { readCron } from '../../emulator/timers/cron'
import { morning, openTestCloud, type TestCloud } from '../support/cloud'
import { jpeg } from '../support/images'

let world: TestCloud
beforeAll(async () => {
  world = await openTestCloud()
})
afterAll(() => world.close())
beforeEach(() => {
  world.refill()
  world.clock.now = morning
})

const at = (now: number) => ({ store: world.runtime.store, files: world.runtime.files, now })

const report = async (classCode = 'policy', place: { words?: string; buildingId?: string } = { words: '社区里' }) => {
  const { id } = await world.ask('resident-grid-6', 'issues.reportIssue', {
    classCode,
    text: '想问一下怎么办理',
    place,
  })
  return id
}
const ownerOf = (id: string): string => world.documents('issues').find((issue) => issue._id === id)!.owner.personId
const stateOf = (id: string): string => world.documents('issues').find((issue) => issue._id === id)!.state
const noticesAbout = (id: string) => world.documents('notices').filter((notice) => notice.subject.id === id)

describe('a suspended issue', () => {
  test('goes on by itself on its day, not before, and only once', async () => {
    const id = await report()
    const owner = ownerOf(id)
    await world.ask(owner, 'issues.moveIssue', { id, move: 'start' })
    const until = addDays(dayOf(morning), 5)
    await world.ask(owner, 'issues.moveIssue', { id, move: 'suspend', reason: '等材料', until })
    expect(await resumeSuspended(at(morning + 4 * dayMs))).toEqual({ done: 0 })
    expect(stateOf(id)).toBe('suspended')
    expect(await resumeSuspended(at(morning + 5 * dayMs))).toEqual({ done: 1 })
    expect(stateOf(id)).toBe('handling')
    const told = noticesAbout(id).length
    expect(await resumeSuspended(at(morning + 5 * dayMs))).toEqual({ done: 0 })
    expect(noticesAbout(id)).toHaveLength(told)
  })
})

describe('a returned issue', () => {
  test('is withdrawn after seven working days of silence, over a weekend counted right', async () => {
    const id = await report()
    await world.ask('community-worker-1', 'issues.moveIssue', { id, move: 'return', reason: '请补充办理人' })
    expect(noticesAbout(id).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('到 12 月 4 日 09:00 没有补充，会自动撤回'),
    )
    expect(await withdrawSilent(at(morning + 8 * dayMs))).toEqual({ done: 0 })
    expect(await withdrawSilent(at(morning + 9 * dayMs))).toEqual({ done: 1 })
    expect(stateOf(id)).toBe('withdrawn')
    expect(noticesAbout(id).map(({ text }) => text)).toContainEqual(expect.stringContaining('一直没有等到您的补充'))
  })
})

describe('a result nobody answers', () => {
  test('goes to a verifier who did not bring it, after seven days and once', async () => {
    const id = await report()
    const owner = ownerOf(id)
    await world.ask(owner, 'issues.moveIssue', { id, move: 'start' })
    await world.ask(owner, 'issues.moveIssue', { id, move: 'submit', result: 'resolved', sentence: '已经说明' })
    const before = noticesAbout(id).length
    expect(await askVerifiers(at(morning + 6 * dayMs))).toEqual({ done: 0 })
    expect(await askVerifiers(at(morning + 7 * dayMs))).toEqual({ done: 1 })
    expect(await askVerifiers(at(morning + 8 * dayMs))).toEqual({ done: 0 })
    const asked = noticesAbout(id).slice(before)
    expect(asked).toHaveLength(1)
    expect(asked[0]!.recipientId).not.toBe(owner)
  })
})

test('a complaint nobody answers never reaches whom it is about', async () => {
  const { id } = await world.ask('resident-grid-6', 'issues.reportIssue', {
    classCode: 'complaint',
    text: '态度不好',
    place: { words: '社区里' },
    aboutPersonId: 'community-worker-1',
  })
  const owner = ownerOf(id)
  expect(owner).not.toBe('community-worker-1')
  await world.ask(owner, 'issues.moveIssue', { id, move: 'start' })
  await world.ask(owner, 'issues.moveIssue', { id, move: 'submit', result: 'resolved', sentence: '已经谈话' })
  await askVerifiers(at(morning + 8 * dayMs))
  expect(noticesAbout(id).map(({ recipientId }) => recipientId)).not.toContain('community-worker-1')
})

describe('a fix drawn for a check', () => {
  test('is passed to whoever of the duty post is there, at once and in its own words', async () => {
    const place = { buildingId: 'building-12-1' }
    let id = await report('odourPests', place)
    while (!isDrawnForCheck(id, 10)) id = await report('odourPests', place)
    await world.ask(ownerOf(id), 'issues.moveIssue', {
      id,
      move: 'solveOnSpot',
      result: 'resolved',
      sentence: '已清理',
    })
    const today = dayOf(morning)
    const setAway = (personId: string, standInId: string) =>
      world.runtime.store.persons.updateWhere({ _id: personId }, { leave: { from: today, to: today, standInId } })
    await setAway('community-worker-1', 'community-worker-2')
    expect(await askVerifiers(at(morning))).toEqual({ done: 1 })
    expect(await askVerifiers(at(morning + dayMs))).toEqual({ done: 0 })
    const asked = noticesAbout(id).filter(({ _id }) => _id.startsWith('verify:'))
    expect(asked).toMatchObject([
      { recipientId: 'community-worker-2', text: '这件随手解决的事抽中了核查，请看一看是否真的解决。' },
    ])
  })
})

describe('a photo nothing came to own', () => {
  test('goes after a day; one that belongs to an issue stays', async () => {
    const used = await world.upload('resident-grid-6', jpeg())
    const unused = await world.upload('resident-grid-6', jpeg())
    await world.ask('resident-grid-6', 'issues.reportIssue', {
      classCode: 'litter',
      text: '垃圾',
      place: { words: '门口' },
      fileIds: [used],
    })
    expect(await removeUnusedFiles(at(morning + dayMs - 1))).toEqual({ done: 0 })
    expect(await removeUnusedFiles(at(morning + dayMs + 1))).toEqual({ done: 2 })
    expect(world.documents('files')).toEqual([])
    const [kept] = world.documents('issues')[0]!.fileIds
    expect([...(await world.runtime.files.urlsOf([kept!, unused])).keys()]).toEqual([kept])
  })
})

describe('what has passed the term its collection declares', () => {
  const notice = (_id: string, createdAt: number) => ({
    _id,
    communityId: 'xinsheng',
    recipientId: 'resident-grid-6',
    title: '通知',
    text: '内容',
    subject: { kind: 'issue', id: 'issue-1' },
    createdAt: toInstant(createdAt),
    isRead: false,
  })
  const request = (_id: string, at: number) => ({
    _id,
    communityId: 'xinsheng',
    capability: 'notices.markRead',
    inputHash: 'x',
    reply: null,
    at: toInstant(at),
  })
  const message = (_id: string, at: number) => ({
    _id,
    communityId: 'xinsheng',
    recipientId: 'resident-grid-6',
    template: 't',
    fields: {},
    page: 'p',
    createdAt: toInstant(at),
    sentAt: toInstant(at),
  })
  const idsIn = (name: 'notices' | 'requests' | 'outbox') => world.documents(name).map(({ _id }) => _id)

  test('is deleted, to the day; the rest stays; again deletes nothing', async () => {
    const edge = (days: number, by: number) => morning - days * dayMs + by
    world.cloud.insertDocuments('notices', [notice('old', edge(730, -1)), notice('new', edge(730, 0))])
    world.cloud.insertDocuments('requests', [request('old', edge(14, -1)), request('new', edge(14, 0))])
    world.cloud.insertDocuments('outbox', [message('old', edge(90, -1)), message('new', edge(90, 0))])
    expect(await sweepExpired(at(morning))).toEqual({ done: 3 })
    expect([idsIn('notices'), idsIn('requests'), idsIn('outbox')]).toEqual([['new'], ['new'], ['new']])
    expect(await sweepExpired(at(morning))).toEqual({ done: 0 })
  })

  test('goes the oldest first and so many a run, the rest with the next', async () => {
    const count = sweptMax + 10
    const expired = Array.from({ length: count }, (_, n) => request(`r-${n}`, morning - 31 * dayMs - n * 1000))
    world.cloud.insertDocuments('requests', expired)
    expect(await sweepExpired(at(morning))).toEqual({ done: sweptMax })
    expect(idsIn('requests')).toEqual(Array.from({ length: 10 }, (_, n) => `r-${n}`))
    expect(await sweepExpired(at(morning))).toEqual({ done: 10 })
  }, 60_000)

  test('is only ever of a collection that says so, and the others say why not', async () => {
    const terms = Object.entries(collections).filter(([, { retention }]) => 'days' in retention)
    expect(terms.map(([name]) => name)).toEqual([
      'rosterDays',
      'accessLogs',
      'assistances',
      'activityChecks',
      'redeemCodes',
      'codeRefusals',
      'consentContactLogs',
      'notices',
      'requests',
      'checkTraces',
      'outbox',
    ])
    const after = Object.entries(collections).filter(([, { retention }]) => 'daysAfter' in retention)
    expect(after.map(([name]) => name)).toEqual(['consentNotes'])
    for (const [, { retention, indexes }] of Object.entries(collections)) {
      if ('days' in retention) expect(indexes.map(({ fields }) => fields[0]![0])).toContain(retention.since)
      else if ('daysAfter' in retention) expect(retention.event).toMatch(/\w{3}/)
      else expect(retention.neverSwept).toMatch(/\w{3}/)
    }
    const id = await report()
    const before = world.documents('persons').length
    await sweepExpired(at(morning + 20 * 365 * dayMs))
    expect(world.documents('persons')).toHaveLength(before)
    expect(stateOf(id)).toBe('dispatched')
    expect(noticesAbout(id)).toEqual([])
  })
})

const read = (file: string) => fs.readFileSync(path.resolve(__dirname, '../..', file), 'utf8')
const triggersDeployed = () =>
  (
    JSON.parse(read('cloudbaserc.json')) as { functions: { triggers?: { name: string; config: string }[] }[] }
  ).functions.flatMap(({ triggers = [] }) => triggers)

test('more is swept in a day than a busy day writes', () => {
  const { config } = triggersDeployed().find(({ name }) => name === 'everyHour')!
  const { next } = readCron(config)
  const runs: number[] = []
  for (let at = next(morning); at !== undefined && at <= morning + dayMs; at = next(at)) runs.push(at)
  expect(runs.length * sweptMax).toBeGreaterThanOrEqual(10_000)
})

test('every job file is run by a timer, every timer is deployed, and CloudBase takes so many', () => {
  const source = read('cloudfunctions/jobs/index.ts')
  const [, listed = ''] = /const timers = \{([^]*?)\n\} satisfies/.exec(source) ?? []
  const names = [...listed.matchAll(/^ {2}(\w+): \{/gm)].map(([, name]) => name)
  expect(names.sort()).toEqual(
    triggersDeployed()
      .map(({ name }) => name)
      .sort(),
  )
  expect(names.length).toBeLessThanOrEqual(10)
  const imported = [...source.matchAll(/^import \{ ([^}]*) \} from '\.\/(?!job')/gm)].flatMap(([, all = '']) =>
    all.split(', ').map((one) => one.split(' as ')[0]),
  )
  expect(imported.length).toBeGreaterThan(10)
  for (const job of imported) expect(listed).toContain(job)
})
