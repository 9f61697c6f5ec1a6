import fc from 'fast-check'
import { Clock } from '../../emulator/clock'
import { DocumentActions } from '../../emulator/database/actions'
import { Database } from '../../emulator/database/database'
import { Sql } from '../../emulator/database/sql'
import { Transactions } from '../../emulator/database/transactions'
import { refusalOf } from './cloud'

type State = Map<string, number>
type Step =
  | { readonly kind: 'read' | 'remove'; readonly id: string }
  | { readonly kind: 'add' | 'set'; readonly id: string; readonly n: number }
  | { readonly kind: 'end'; readonly commit: boolean }

const ids = ['a', 'b', 'c']
const id = fc.constantFrom(...ids)
const n = fc.integer({ min: 1, max: 9 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), id }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), id, n }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('set' as const), id, n }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), commit: fc.boolean() }) },
)
const who = fc.integer({ min: 0, max: 3 })

/** What one writer does to the state; `add` increments what is there and does nothing to what is not. */
const applied = (state: State, { kind, ...change }: Exclude<Step, { kind: 'end' }>): void => {
  const { id: at, n: by = 0 } = change as { id: string; n?: number }
  const now = state.get(at)
  if (kind === 'remove') state.delete(at)
  if (kind === 'set') state.set(at, by)
  if (kind === 'add' && now !== undefined) state.set(at, now + by)
}

class World {
  readonly sql = new Sql(':memory:')
  readonly database = new Database(this.sql, [{ name: 'd', indexes: [] }])
  readonly transactions = new Transactions(this.database, 30_000)
  private readonly actions = new DocumentActions(this.database, this.transactions, new Clock())

  async send(action: string, request: object): Promise<Record<string, unknown>> {
    const answer = this.actions.byName[`database.${action}`]
    return (await answer?.({ collectionName: 'd', ...request })) as Record<string, unknown>
  }

  async read(at: string, transactionId?: string): Promise<number | undefined> {
    const { data } = await this.send('getDocument', { query: JSON.stringify({ _id: at }), transactionId })
    const [text] = (JSON.parse(data as string) as { list: string[] }).list
    return text === undefined ? undefined : (JSON.parse(text) as { n: number }).n
  }

  async write(change: Exclude<Step, { kind: 'end' }>, transactionId?: string): Promise<unknown> {
    const query = JSON.stringify({ _id: change.id })
    if (change.kind === 'read') return this.read(change.id, transactionId)
    if (change.kind === 'remove') return this.send('removeDocument', { query, transactionId, multi: false })
    const by = 'n' in change ? change.n : 0
    const data = change.kind === 'set' ? { n: by } : { $inc: { n: by } }
    const more = change.kind === 'set' ? { merge: false, upsert: true } : { merge: true, upsert: false }
    return this.send('modifyDocument', { query, data: JSON.stringify(data), multi: false, transactionId, ...more })
  }

  async state(): Promise<State> {
    const found = await Promise.all(ids.map(async (at) => [at, await this.read(at)] as const))
    return new Map(found.filter((entry): entry is readonly [string, number] => entry[1] !== undefined))
  }
}

interface Runner {
  readonly id: string
  readonly log: Exclude<Step, { kind: 'end' }>[]
  readonly snapshot: { state?: State }
}

test('whatever transactions do at once, their commits one after the other give the same end, and each saw one moment', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(who, step), { minLength: 4, maxLength: 40 }), async (script) => {
      const world = new World()
      const model: State = new Map([['a', 1]])
      await world.write({ kind: 'set', id: 'a', n: 1 })
      const runners = new Map<number, Runner>()
      const locks = new Map<string, number>()
      const release = (by: number): void => {
        for (const [at, owner] of locks) if (owner === by) locks.delete(at)
        runners.delete(by)
      }
      for (const [by, move] of script) {
        let runner = runners.get(by)
        if (!runner) {
          const { transactionId } = await world.send('startTransaction', {})
          runners.set(by, (runner = { id: String(transactionId), log: [], snapshot: {} }))
        }
        if (move.kind === 'end') {
          await world.send(move.commit ? 'commitTransaction' : 'abortTransaction', { transactionId: runner.id })
          if (move.commit) runner.log.forEach((change) => applied(model, change))
          release(by)
          expect(await world.state()).toEqual(model)
          continue
        }
        const before = (runner.snapshot.state ??= new Map(model))
        const seen = new Map(before)
        runner.log.forEach((change) => applied(seen, change))
        if (move.kind === 'read') {
          expect(await world.read(move.id, runner.id)).toBe(seen.get(move.id))
          continue
        }
        const isChange = move.kind === 'set' ? seen.get(move.id) !== move.n : seen.has(move.id)
        const isHeld = locks.has(move.id) && locks.get(move.id) !== by
        const isStale = model.get(move.id) !== before.get(move.id)
        const refusal = await refusalOf(world.write(move, runner.id))
        if (isChange && (isHeld || isStale)) {
          expect(refusal).toBe('DATABASE_TRANSACTION_CONFLICT')
          expect(await refusalOf(world.send('commitTransaction', { transactionId: runner.id }))).toBe(
            'DATABASE_TRANSACTION_FAIL',
          )
          release(by)
        } else if (refusal === 'DATABASE_TRANSACTION_CONFLICT') {
          // A document may have been changed and changed back since the snapshot: a conflict the model cannot see.
          release(by)
        } else {
          expect(refusal).toBe('no refusal')
          if (!isChange) continue
          locks.set(move.id, by)
          runner.log.push(move)
        }
      }
      world.transactions.abortAll()
      expect(await world.state()).toEqual(model)
      world.sql.close()
    }),
    { seed, numRuns: Number(process.env.RUNS ?? 80) },
  )
})

test('increments at once lose none: every commit that succeeded is in the sum', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(id, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 12 }),
      async (jobs) => {
        const world = new World()
        for (const at of ids) await world.write({ kind: 'set', id: at, n: 0 })
        const committed: string[][] = []
        const work = async (targets: readonly string[], inTransaction: boolean): Promise<void> => {
          const distinct = [...new Set(targets)]
          if (!inTransaction) {
            for (const at of distinct) await world.write({ kind: 'add', id: at, n: 1 })
            committed.push(distinct)
            return
          }
          const { transactionId } = await world.send('startTransaction', {})
          try {
            for (const at of distinct) {
              const now = (await world.read(at, String(transactionId))) ?? 0
              await Promise.resolve()
              await world.write({ kind: 'set', id: at, n: now + 1 }, String(transactionId))
            }
            await world.send('commitTransaction', { transactionId })
            committed.push(distinct)
          } catch (error) {
            expect((error as { code: string }).code).toBe('DATABASE_TRANSACTION_CONFLICT')
          }
        }
        await Promise.all(jobs.map((targets, i) => work(targets, i % 3 !== 0)))
        const expected = new Map(ids.map((at) => [at, committed.filter((done) => done.includes(at)).length]))
        expect(await world.state()).toEqual(expected)
        world.sql.close()
      },
    ),
    { seed, numRuns: Number(process.env.RUNS ?? 50) },
  )
})
