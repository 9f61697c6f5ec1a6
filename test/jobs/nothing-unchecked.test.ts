import fc from 'fast-check'
import { traceKey } from '@/shared/domain/issues/check-trace'
import { filesOf } from '@/shared/domain/issues/files'
import { minuteMs } from '@/shared/kernel/time'
import { issueOf, report } from '../capabilities/world'
import { morning } from '../support/cloud'
import { jpeg } from '../support/images'
import { marked, openWechatWorld, type WechatWorld } from '../support/wechat'

let world: WechatWorld
jest.setTimeout(180_000)
beforeAll(async () => {
  world = await openWechatWorld()
  world.clock.now = morning
  world.moveClock(0)
})
afterAll(() => world.close())

const resident = 'resident-grid-6'
const owner = 'worker-grid-6'
const desk = 'community-worker-1'
const texts = { pass: '楼道里有垃圾', review: '待审测试', risky: '违规测试' } as const
const behaviours = ['pass', 'pass', 'review', 'risky', 'late', 'lost', 'duplicate', 'failed'] as const
type Kind = keyof typeof texts | (typeof behaviours)[number]

/** What every word and photo was made to get, by issue and by the name of the file; and what was let through since. */
const textOf = new Map<string, Kind>()
const photoOf = new Map<string, Kind>()
const delivered = new Set<string>()
const letThrough = new Set<string>()
const nameOf = (fileId: string): string => fileId.split('/').at(-1)!

const isCleared = (issueId: string, kind: Kind | undefined, fileId?: string): boolean => {
  if (kind === 'pass' || kind === 'duplicate') return true
  if (kind === 'review') return letThrough.has(issueId)
  return (kind === 'late' || kind === 'lost') && fileId !== undefined && delivered.has(fileId)
}

const photo = async (persona: string, pick: number): Promise<string> => {
  const behaviour = behaviours[pick % behaviours.length]!
  const fileId = await world.upload(persona, marked(jpeg(), behaviour))
  photoOf.set(nameOf(fileId), behaviour)
  return fileId
}
const reportAnother = async (pick: number): Promise<void> => {
  const kind = (['pass', 'pass', 'review', 'risky'] as const)[pick % 4]!
  const fileIds = pick % 3 === 0 ? [] : [await photo(resident, pick >> 2)]
  textOf.set(await report(world, resident, { classCode: 'litter', text: texts[kind], fileIds }), kind)
}

const steps: Record<string, (id: string, pick: number) => Promise<unknown>> = {
  report: (_id, pick) => reportAnother(pick),
  check: () => world.check(),
  later: async (_id, pick) => world.moveClock((pick % 90) * minuteMs),
  start: (id) => world.send(owner, 'issues.moveIssue', { id, move: 'start' }),
  submit: async (id, pick) => {
    const fileIds = [await photo(owner, pick)]
    return world.send(owner, 'issues.moveIssue', {
      id,
      move: 'submit',
      result: 'resolved',
      sentence: '已清理',
      fileIds,
    })
  },
  progress: async (id, pick) =>
    world.send(owner, 'issues.addProgress', { id, text: '到了现场', fileIds: [await photo(owner, pick)] }),
  resubmit: async (id, pick) => {
    await world.send(desk, 'issues.moveIssue', { id, move: 'return', reason: '请补充' })
    const fileIds = [await photo(resident, pick)]
    return world.send(resident, 'issues.moveIssue', { id, move: 'resubmit', reason: '补充了', fileIds })
  },
  decide: async (id, pick) => {
    const decision = (['pass', 'reject', 'askAgain'] as const)[pick % 3]!
    if (decision === 'pass') letThrough.add(id)
    return world.send(desk, 'issues.decideCheck', { id, decision })
  },
  deliver: async (_id, pick) => {
    const asked = (await world.asked()).filter(({ traceId }) => traceId !== null)
    const traceId = asked[pick % Math.max(1, asked.length)]?.traceId
    if (!traceId) return
    const trace = world.documents('checkTraces').find(({ _id }) => _id === traceKey(traceId))
    if (trace) delivered.add(trace.fileId)
    await world.deliver(traceId)
  },
}

const leaks = (): string[] =>
  world
    .documents('issues')
    .flatMap((issue) => [
      ...issue.passedFileIds.filter((fileId) => !isCleared(issue._id, photoOf.get(nameOf(fileId)), fileId)),
      ...(issue.isPublic && !isCleared(issue._id, textOf.get(issue._id)) ? [`${issue._id}: words`] : []),
      ...(issue.isPublic ? issue.fileIds.filter((fileId) => !issue.passedFileIds.includes(fileId)) : []),
    ])

test('three hundred steps through the wire, in any order, show no resident what was not cleared', async () => {
  const taken = fc.sample(
    fc.record({ name: fc.constantFrom(...Object.keys(steps), 'check', 'check', 'report'), pick: fc.nat(1_000_000) }),
    { numRuns: 300, seed: 20261125 },
  )
  await reportAnother(0)
  for (const { name, pick } of taken) {
    const ids = [...textOf.keys()]
    await steps[name]!(ids[pick % ids.length]!, pick)
    expect([name, leaks()]).toEqual([name, []])
  }
  const all = [...textOf.keys()].map((id) => issueOf(world, id))
  expect(all.filter(({ isPublic }) => isPublic).length).toBeGreaterThan(5)
  expect(
    all.filter((issue) => filesOf(issue).some((fileId) => !issue.passedFileIds.includes(fileId))).length,
  ).toBeGreaterThan(5)
})
