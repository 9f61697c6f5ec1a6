import type { Failure } from '@cloud/runtime/dispatch'
import { collections, type CollectionName } from '@cloud/store/collections'
import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import type { Issue } from '@/shared/domain/issues/issue'
import { freshRequestId, morning, openTestCloud, type TestCloud } from '../support/cloud'

/** The server and its cloud for one file of tests, with the sample as it was before every test. */
export const useWorld = ({ isRefilled = true, latencyMs = 0 } = {}): TestCloud => {
  jest.setTimeout(120_000)
  const world = {} as TestCloud
  beforeAll(async () => void Object.assign(world, await openTestCloud({ latencyMs })))
  afterAll(() => world.close())
  if (isRefilled)
    beforeEach(() => {
      world.refill()
      world.clock.now = morning
    })
  return world
}

/** What went wrong with a call; throws when nothing did. */
export const failureOf = async (
  world: TestCloud,
  persona: string | null,
  capability: string,
  input: unknown,
  requestId?: string,
): Promise<Failure> => {
  const envelope = await world.send(persona, capability, input, requestId)
  if (envelope.ok) throw new Error(`${capability} worked: ${JSON.stringify(envelope.data).slice(0, 200)}`)
  return envelope.error
}

/** When a day of the roster was planned, as somebody about to plan it anew has seen it. */
export const seenAtOf = (world: TestCloud, day: string, communityId = 'xinsheng'): string | null =>
  world.documents('rosterDays').find((one) => one.day === day && one.communityId === communityId)?.setAt ?? null

/** The ground, loaded once and large; counting it is enough. */
const ground: readonly CollectionName[] = ['households', 'buildings', 'partyNodes']

/** Everything that is written, to the byte. */
export const written = (world: TestCloud): string =>
  (Object.keys(collections) as CollectionName[])
    .map((name) => {
      const documents = world.documents(name)
      return `${name} ${ground.includes(name) ? documents.length : JSON.stringify(documents)}`
    })
    .join('\n')

/** Sends a call that must be refused with a code, in Chinese. */
export const expectCode = async (
  world: TestCloud,
  code: string,
  persona: string | null,
  capability: string,
  input: unknown,
  requestId?: string,
): Promise<Failure> => {
  const failure = await failureOf(world, persona, capability, input, requestId)
  expect([capability, failure.code, failure.message]).toEqual([capability, code, failure.message])
  expectPlainChinese(failure)
  return failure
}

/** Sends a call that must be refused, and makes sure that it wrote nothing. */
export const expectRefused = async (...call: Parameters<typeof expectCode>): Promise<Failure> => {
  const [world] = call
  const before = written(world)
  const failure = await expectCode(...call)
  expect(written(world) === before).toBe(true)
  return failure
}

/** Makes sure, over every test of a block, that nothing was written by it. */
export const expectNothingWritten = (world: TestCloud): void => {
  let before = ''
  beforeEach(() => {
    before = written(world)
  })
  afterEach(() => expect(written(world) === before).toBe(true))
}

/** Words of Latin letters that a resident is expected to know. */
const knownWords = /\b(JPEG|PNG|WebP|MB|gcj02)\b/g

/** Every sentence of a failure is Chinese, with no English but the names of formats. */
export const expectPlainChinese = ({ message, fields = {} }: Pick<Failure, 'message' | 'fields'>): void => {
  for (const sentence of [message, ...Object.values(fields)]) {
    expect(sentence).toMatch(/[\u4e00-\u9fff]/)
    expect(sentence.replace(knownWords, '')).not.toMatch(/[A-Za-z]/)
  }
}

/** A subject somebody may not see is answered word for word like one that is not there. */
export const expectAbsent = async (
  world: TestCloud,
  persona: string,
  capability: string,
  id: string,
  inputFor: (id: string) => unknown,
): Promise<void> => {
  const hidden = await expectRefused(world, 'NOT_FOUND', persona, capability, inputFor(id))
  const absent = await expectRefused(world, 'NOT_FOUND', persona, capability, inputFor('nothing-of-this-id'))
  expect(hidden).toEqual(absent)
}

/** A command sent twice is done once, with the same reply; with other input under the same request id it is refused. */
export const expectOnce = async <N extends CapabilityName>(
  world: TestCloud,
  persona: string,
  name: N,
  input: InputOf<ContractOf<N>>,
  other: InputOf<ContractOf<N>>,
): Promise<OutputOf<ContractOf<N>>> => {
  const requestId = freshRequestId()
  const reply = await world.ask(persona, name, input, requestId)
  const after = written(world)
  expect(await world.ask(persona, name, input, requestId)).toEqual(reply)
  expect(written(world) === after).toBe(true)
  await expectRefused(world, 'CONFLICT', persona, name, other, requestId)
  return reply
}

/** Follows `next` to the end; `between` runs after every page. */
export const allPages = async <Row>(
  page: (cursor: string | undefined) => Promise<{ rows: Row[]; next?: string | undefined }>,
  between: (pagesRead: number) => Promise<void> | void = () => undefined,
): Promise<Row[]> => {
  const rows: Row[] = []
  let cursor: string | undefined
  for (let pagesRead = 1; ; pagesRead++) {
    const found = await page(cursor)
    rows.push(...found.rows)
    if (!found.next) return rows
    cursor = found.next
    await between(pagesRead)
  }
}

type Report = InputOf<ContractOf<'issues.reportIssue'>>

/** Reports something about 陶埙苑1号楼, in the sixth grid, and answers its id. */
export const report = async (
  world: TestCloud,
  persona = 'resident-grid-6',
  changes: Partial<Report> = {},
): Promise<string> => {
  const { id } = await world.ask(persona, 'issues.reportIssue', {
    classCode: 'odourPests',
    text: '楼道里有异味',
    place: { buildingId: 'building-12-1' },
    ...changes,
  })
  return id
}

export const issueOf = (world: TestCloud, id: string): Issue =>
  world.documents('issues').find((issue) => issue._id === id)!

/** Puts copies of an issue beside it, each with its own changes: a full table without a thousand calls. */
export const insertIssues = (world: TestCloud, like: Issue, changes: readonly Partial<Issue>[]): void =>
  world.cloud.insertDocuments(
    'issues',
    changes.map((change) => ({ ...like, ...change })),
  )

/** Makes a move and answers the state it led to. */
export const stepOf = async (
  world: TestCloud,
  persona: string,
  input: InputOf<ContractOf<'issues.moveIssue'>>,
): Promise<string> => (await world.ask(persona, 'issues.moveIssue', input)).state

/** So many more doors in a building of the sample, each like its first; their ids run against their order. Answers them in order. */
export const insertDoors = (world: TestCloud, buildingId: string, count: number): string[] => {
  const like = world.documents('households').find((one) => one.buildingId === buildingId)!
  const doors = Array.from({ length: count }, (_, at) => ({
    ...like,
    _id: `household-new-${9999 - at}`,
    name: `新${at}`,
    order: 1000 + at,
  }))
  world.cloud.insertDocuments('households', doors)
  return doors.map(({ _id }) => _id)
}
