import { createDispatch, type Call, type Runtime } from '@cloud/runtime/dispatch'
import type { CommandContext, Registry } from '@cloud/runtime/handler'
import { logToConsole, type LogLine } from '@cloud/runtime/log'
import { registry } from '@cloud/capabilities'
import type { Contracts } from '@/shared/contracts'
import { refuse } from '@/shared/kernel/decision'
import { freshRequestId } from '../support/cloud'
import { useWorld, written } from '../capabilities/world'

const world = useWorld()

type Handlers = { [D in keyof Registry]?: Partial<Record<keyof Contracts[D], unknown>> }

/** The same server with some handlers replaced, and what it logged. */
const serverWith = (handlers: Handlers = {}, changes: Partial<Runtime> = {}) => {
  const lines: LogLine[] = []
  const replaced = Object.fromEntries(
    Object.entries(registry).map(([name, load]) => [
      name,
      async () => {
        const { domain } = await load()
        return { domain: { ...domain, handlers: { ...domain.handlers, ...handlers[name as keyof Registry] } } }
      },
    ]),
  ) as unknown as Registry
  const dispatch = createDispatch({
    ...world.runtime,
    registry: replaced,
    log: (line) => void lines.push(line),
    ...changes,
  })
  const call = (persona: string | null, more: Call) =>
    dispatch(
      { requestId: freshRequestId(), ...more },
      { openid: persona === null ? undefined : `openid-${persona}`, requestId: 'platform-7' },
    )
  return { call, lines }
}
const codeOf = async (answer: ReturnType<ReturnType<typeof serverWith>['call']>): Promise<string> => {
  const envelope = await answer
  return envelope.ok ? 'ok' : envelope.error.code
}

test('a call is looked at in one order: capability, identity, input, rights', async () => {
  const { call } = serverWith()
  const wrong = { input: { nonsense: true }, requestId: 'short' }
  expect(await codeOf(call(null, { capability: 'organization.nothing', ...wrong }))).toBe('NOT_FOUND')
  expect(await codeOf(call(null, { capability: 'organization.setLeave', ...wrong }))).toBe('UNAUTHENTICATED')
  expect(await codeOf(call('resident-grid-6', { capability: 'organization.setLeave', ...wrong }))).toBe('INVALID_INPUT')
  const right = { capability: 'organization.setLeave', input: { leave: null } }
  expect(await codeOf(call('resident-grid-6', { ...right, requestId: 'short' }))).toBe('INVALID_INPUT')
  expect(await codeOf(call('resident-grid-6', right))).toBe('FORBIDDEN')
  expect(await codeOf(call('worker-grid-6', right))).toBe('ok')
})

test('who is calling comes from the platform alone, whatever the call says about it', async () => {
  const { call } = serverWith()
  const forged = { openid: 'openid-administrator-1', actor: { personId: 'administrator-1' }, WX_OPENID: 'x' }
  const envelope = await call('resident-grid-6', { capability: 'session.getMe', input: {}, ...forged })
  expect(envelope).toMatchObject({ ok: true, data: { person: { id: 'resident-grid-6' } } })
  expect(await codeOf(call(null, { capability: 'session.getMe', input: {}, ...forged }))).toBe('UNAUTHENTICATED')
})

test('a private field that a handler lets slip does not leave the server', async () => {
  const { call } = serverWith({
    notices: { countUnread: async () => ({ unread: 1, phone: '10000000001', openid: 'openid-1' }) },
    organization: {
      listStandIns: async () => ({
        candidates: [{ personId: 'p-1', name: '某某', roleName: '', scopeName: '', phone: '10000000001' }],
      }),
    },
  })
  const counted = await call('worker-grid-6', { capability: 'notices.countUnread', input: {} })
  expect(counted).toEqual({ ok: true, data: { unread: 1 } })
  const listed = await call('worker-grid-6', { capability: 'organization.listStandIns', input: {} })
  expect(JSON.stringify(listed)).not.toContain('10000000001')
})

test('an answer that is not of the declared shape is a failure of ours, and nothing of it is kept', async () => {
  const { call } = serverWith({
    notices: {
      markRead: async (_input: unknown, { transact }: CommandContext) =>
        transact(async (tx) => {
          const [person] = world.documents('persons')
          await tx.persons.put({ ...person!, name: '改了名字' })
          return { marked: 'many' }
        }),
    },
  })
  const before = written(world)
  expect(await codeOf(call('worker-grid-6', { capability: 'notices.markRead', input: {} }))).toBe('INTERNAL')
  expect(written(world) === before).toBe(true)
})

test('the reply that is given again for a repeated request is parsed once more', async () => {
  const { call } = serverWith()
  const requestId = freshRequestId()
  const repeated = () => call('worker-grid-6', { capability: 'notices.markRead', input: {}, requestId })
  expect(await repeated()).toEqual({ ok: true, data: { marked: 0 } })
  const [kept] = world.documents('requests')
  await world.runtime.store.requests.updateWhere({ _id: kept!._id }, { reply: { marked: 0, phone: '10000000001' } })
  expect(await repeated()).toEqual({ ok: true, data: { marked: 0 } })
})

describe('a fault inside', () => {
  const faulty = (error: unknown) =>
    serverWith({
      issues: {
        getIssue: async () => {
          throw error
        },
      },
    })

  test('is answered with a plain sentence and the request id, and with nothing of the fault', async () => {
    const { call } = faulty(new Error('secret: resident-grid-6 10000000001'))
    expect(await call('worker-grid-6', { capability: 'issues.getIssue', input: { id: 'i-1' } })).toEqual({
      ok: false,
      error: { code: 'INTERNAL', message: '系统出了点问题，请稍后再试', requestId: 'platform-7' },
    })
  })

  test('is logged with where it happened and who called, and without what people typed', async () => {
    const printed: string[] = []
    const spy = jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
    const persona = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
    const { call } = serverWith(
      {
        files: {
          beginUpload: async (_input: unknown, { transact }: CommandContext) =>
            transact(async (tx) => {
              await tx.persons.put({ ...persona, isNewcomer: '是' as never })
              return { marked: 1 } as never
            }),
        },
      },
      { log: logToConsole },
    )
    const input = { purpose: 'issue', bytes: 10, contentType: `typed-${persona.phone}` }
    await call('resident-grid-6', { capability: 'files.beginUpload', input })
    spy.mockRestore()
    expect(printed).toHaveLength(1)
    expect(JSON.parse(printed[0]!)).toMatchObject({
      capability: 'files.beginUpload',
      actor: 'resident-grid-6',
      outcome: 'INTERNAL',
      requestId: 'platform-7',
      error: expect.stringContaining('store.ts') as string,
    })
    for (const secret of [persona.name, persona.phone!, persona.openid!, 'typed-'])
      expect(printed[0]).not.toContain(secret)
  })

  test.each([undefined, null, 'text', { code: 'X' }, new RangeError('x')])(
    'may be thrown as anything (%p)',
    async (error) => {
      const { call } = faulty(error)
      expect(await codeOf(call('worker-grid-6', { capability: 'issues.getIssue', input: { id: 'i-1' } }))).toBe(
        'INTERNAL',
      )
    },
  )
})

test('every call leaves one line: capability, actor, milliseconds, outcome, request id, and no more', async () => {
  let now = world.clock.now
  const { call, lines } = serverWith(
    { notices: { countUnread: async () => ((now += 40), { unread: 0 }) } },
    { now: () => now },
  )
  await call('worker-grid-6', { capability: 'notices.countUnread', input: {} })
  await call('resident-grid-6', { capability: 'organization.setLeave', input: { leave: null } })
  await call(null, { capability: 'session.getMe', input: {} })
  await call('resident-grid-6', { capability: `no.${'x'.repeat(500)}`, input: { text: '说了什么' } })
  await call('resident-grid-6', { capability: { toString: 'x' }, input: {} })
  expect(lines).toEqual([
    { capability: 'notices.countUnread', actor: 'worker-grid-6', ms: 40, outcome: 'ok', requestId: 'platform-7' },
    {
      capability: 'organization.setLeave',
      actor: 'resident-grid-6',
      ms: 0,
      outcome: 'FORBIDDEN',
      requestId: 'platform-7',
    },
    { capability: 'session.getMe', actor: null, ms: 0, outcome: 'UNAUTHENTICATED', requestId: 'platform-7' },
    { capability: `no.${'x'.repeat(77)}`, actor: null, ms: 0, outcome: 'NOT_FOUND', requestId: 'platform-7' },
    { capability: '?', actor: null, ms: 0, outcome: 'NOT_FOUND', requestId: 'platform-7' },
  ])
})

test('a refusal writes nothing, even one that comes after writing', async () => {
  const { call } = serverWith({
    notices: {
      markRead: async (_input: unknown, { transact }: CommandContext) =>
        transact(async (tx) => {
          await tx.persons.put({ ...world.documents('persons')[0]!, name: '改了名字' })
          return refuse('NOT_FOUND')
        }),
    },
  })
  const before = written(world)
  expect(await codeOf(call('worker-grid-6', { capability: 'notices.markRead', input: {} }))).toBe('NOT_FOUND')
  expect(written(world) === before).toBe(true)
})

test('a command that ran once does not run again for the same request id; a refused one may', async () => {
  let runs = 0
  const { call } = serverWith({
    notices: { markRead: async () => (++runs === 1 ? refuse('NOT_FOUND') : { marked: runs }) },
  })
  const requestId = freshRequestId()
  const repeated = () => call('worker-grid-6', { capability: 'notices.markRead', input: {}, requestId })
  expect(await codeOf(repeated())).toBe('NOT_FOUND')
  expect(await repeated()).toEqual({ ok: true, data: { marked: 2 } })
  expect(await repeated()).toEqual({ ok: true, data: { marked: 2 } })
  expect(runs).toBe(2)
})

test('the ids a command makes are the same when its request is repeated, and different for another', async () => {
  const made: string[] = []
  const { call } = serverWith({
    notices: {
      markRead: async (_input: unknown, { newId }: CommandContext) => (
        made.push(newId('x'), newId('x')),
        refuse('NOT_FOUND')
      ),
    },
  })
  const requestId = freshRequestId()
  for (const id of [requestId, requestId, freshRequestId()])
    await call('worker-grid-6', { capability: 'notices.markRead', input: {}, requestId: id })
  expect(made.slice(0, 2)).toEqual(made.slice(2, 4))
  expect(new Set(made).size).toBe(4)
})

test('queries take no notice of a request id', async () => {
  const { call } = serverWith()
  for (const requestId of [undefined, null, 'short', 7])
    expect(await codeOf(call('worker-grid-6', { capability: 'session.getMe', input: {}, requestId }))).toBe('ok')
})

test('a newcomer stands in the community whose code they scanned, if there is one; nobody else moves by it', async () => {
  const { call } = serverWith()
  const communityOf = async (persona: string, communityId: unknown) => {
    const envelope = await call(persona, { capability: 'session.getMe', input: {}, communityId })
    return envelope.ok ? (envelope.data as { community: { id: string } }).community.id : envelope.error.code
  }
  expect(await communityOf('stranger', 'b-lanqiao')).toBe('b-lanqiao')
  for (const nowhere of [undefined, 'nowhere', '', { $ne: null }, ['b-lanqiao']])
    expect(await communityOf('stranger', nowhere)).toBe('xinsheng')
  expect(await communityOf('resident-grid-6', 'b-lanqiao')).toBe('xinsheng')
})
