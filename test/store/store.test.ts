import { Abandon, Contended, createStore, IdTaken, type Store } from '@cloud/store/store'
import { afterKey, afterRow, nextCursor, pageSize } from '@cloud/store/paging'
import type { Notice } from '@/shared/domain/notices/notice'
import { init } from '@cloudbase/node-sdk'
import { useWorld } from '../capabilities/world'

const world = useWorld()
let store: Store
beforeAll(() => {
  store = world.runtime.store
})

const notice = (changes: Partial<Notice> = {}): Notice => ({
  _id: 'n-1',
  communityId: 'xinsheng',
  recipientId: 'resident-grid-6',
  title: '标题',
  text: '正文',
  subject: { kind: 'issue', id: 'i-1' },
  createdAt: '2026-11-25T01:00:00.000Z',
  isRead: false,
  ...changes,
})
const count = async (): Promise<number> => Number((await store.notices.get('n-1'))!.text)

describe('a transaction', () => {
  test('fifty that add one to the same document at once all land', async () => {
    world.cloud.insertDocuments('notices', [notice({ text: '0' })])
    await Promise.all(
      Array.from({ length: 50 }, () =>
        store.transact(async (tx) => {
          const found = (await tx.notices.get('n-1'))!
          await tx.notices.put({ ...found, text: String(Number(found.text) + 1) })
        }),
      ),
    )
    expect(await count()).toBe(50)
  })

  test('waits a random while before it runs again, longer each time, and gives up after ten seconds', async () => {
    world.cloud.insertDocuments('notices', [notice({ text: '0' })])
    const pauses: number[] = []
    let elapsed = 0
    const impatient = createStore({
      database: init({ env: 'test' }).database(),
      random: () => 0.5,
      elapsed: () => elapsed,
      pause: async (ms) => {
        pauses.push(ms)
        elapsed += 2500
      },
    })
    const locked = store.transact(async (tx) => {
      await tx.notices.guard('n-1')
      await expect(impatient.transact(async (other) => other.notices.guard('n-1'))).rejects.toBeInstanceOf(Contended)
    })
    await locked
    expect(pauses).toEqual([10, 20, 40, 80, 160])
  })

  test('that is abandoned writes nothing and hands its answer out', async () => {
    const leaving = store.transact(async (tx) => {
      await tx.notices.create(notice())
      throw new Abandon({ refused: 'FORBIDDEN' })
    })
    await expect(leaving).rejects.toMatchObject({ answer: { refused: 'FORBIDDEN' } })
    expect(world.documents('notices')).toEqual([])
  })

  test('that fails half way writes nothing', async () => {
    const failing = store.transact(async (tx) => {
      await tx.notices.create(notice())
      await tx.notices.create(notice({ _id: 'n-2' }))
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(world.documents('notices')).toEqual([])
  })

  test('says which id is taken, and leaves what was there', async () => {
    world.cloud.insertDocuments('notices', [notice()])
    const again = store.transact((tx) => tx.notices.create(notice({ text: '别的' })))
    await expect(again).rejects.toBeInstanceOf(IdTaken)
    await expect(again).rejects.toMatchObject({ id: 'n-1' })
    expect((await store.notices.get('n-1'))!.text).toBe('正文')
  })

  test('creates one document when twenty create it at once; the others learn that it is taken', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => store.transact((tx) => tx.notices.create(notice()))),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(IdTaken)
  })

  test('refuses to write what is not of its shape, on creating and on putting, and writes nothing else either', async () => {
    const crooked = { ...notice({ _id: 'n-2' }), createdAt: 'yesterday' }
    for (const write of ['create', 'put'] as const)
      await expect(
        store.transact(async (tx) => {
          await tx.notices.create(notice())
          await tx.notices[write](crooked)
        }),
      ).rejects.toThrow()
    expect(world.documents('notices')).toEqual([])
  })

  test('keeps no field that the shape does not name', async () => {
    await store.transact((tx) => tx.notices.create({ ...notice(), phone: '10000000001' } as Notice))
    expect(world.documents('notices')).toEqual([notice()])
  })

  test('puts the whole document: what is left out is gone', async () => {
    const person = world.documents('persons').find(({ _id }) => _id === 'worker-grid-3')!
    const { leave, ...rest } = person
    expect(leave).toBeDefined()
    await store.transact((tx) => tx.persons.put(rest))
    expect(await store.persons.get('worker-grid-3')).toEqual(rest)
  })

  test('reads what it wrote itself, and removes for good', async () => {
    await store.transact(async (tx) => {
      await tx.notices.create(notice())
      expect((await tx.notices.get('n-1'))!.text).toBe('正文')
      await tx.notices.remove('n-1')
      expect(await tx.notices.get('n-1')).toBeNull()
    })
    expect(await store.notices.get('n-1')).toBeNull()
  })

  test('that only looks at a document loses against one that changes it, when it guards it', async () => {
    world.cloud.insertDocuments('notices', [notice({ text: '0' }), notice({ _id: 'n-2', text: '0' })])
    let runs = 0
    await store.transact(async (tx) => {
      runs++
      const { text } = (await tx.notices.get('n-1'))!
      if (runs === 1) await store.transact(async (other) => other.notices.put(notice({ text: '7' })))
      await tx.notices.guard('n-1')
      await tx.notices.put(notice({ _id: 'n-2', text }))
    })
    expect(runs).toBe(2)
    expect((await store.notices.get('n-2'))!.text).toBe('7')
  })
})

describe('a list', () => {
  const idsWhere = async (query: Parameters<Store['notices']['list']>[0]) =>
    (await store.notices.list(query)).map(({ _id }) => _id)

  test('narrows by every kind of condition and keeps the order asked for', async () => {
    const hours = ['01', '02', '03', '04']
    world.cloud.insertDocuments(
      'notices',
      hours.map((hour) => notice({ _id: `n-${hour}`, createdAt: `2026-11-25T${hour}:00:00.000Z` })),
    )
    const at = (hour: string) => `2026-11-25T${hour}:00:00.000Z`
    const orderBy = [['createdAt', 'desc']] as const
    expect(await idsWhere({ where: { createdAt: { after: at('02') } }, orderBy })).toEqual(['n-04', 'n-03'])
    expect(await idsWhere({ where: { createdAt: { before: at('02') } }, orderBy })).toEqual(['n-01'])
    expect(await idsWhere({ where: { _id: { in: ['n-01', 'n-04', 'n-09'] } }, orderBy })).toEqual(['n-04', 'n-01'])
    const [anyOf, within] = [
      [{ _id: 'n-01' }, { _id: 'n-03' }],
      [{ _id: { after: 'n-02' } }, { _id: 'n-02' }],
    ]
    expect(await idsWhere({ where: { isRead: false }, anyOf, within, orderBy })).toEqual(['n-03'])
    expect(await idsWhere({ where: { isRead: false }, within, orderBy, limit: 2 })).toEqual(['n-04', 'n-03'])
    expect(await store.notices.count({ 'subject.id': 'i-1' })).toBe(4)
  })

  test('changes what matches at once and says how many it changed', async () => {
    world.cloud.insertDocuments('notices', [notice(), notice({ _id: 'n-2' }), notice({ _id: 'n-3', isRead: true })])
    expect(await store.notices.updateWhere({ recipientId: 'resident-grid-6', isRead: false }, { isRead: true })).toBe(2)
    expect(await store.notices.count({ isRead: true })).toBe(3)
    expect((await store.notices.get('n-2'))!.subject).toEqual({ kind: 'issue', id: 'i-1' })
  })
})

describe('a cursor', () => {
  const rows = Array.from({ length: pageSize + 1 }, (_, at) => ({ _id: `r-${at}`, key: `k-${at}` }))

  test('is given only where there is more, and starts after the last row that was shown', () => {
    expect(nextCursor(rows.slice(1), ({ key }) => key)).toBeUndefined()
    const cursor = nextCursor(rows, ({ key }) => key)
    const last = rows[pageSize - 1]!
    expect(afterKey({ other: 'o' }, cursor, 'key', 'desc')).toEqual({
      where: { other: 'o', key: { atMost: last.key } },
      orderBy: [
        ['key', 'desc'],
        ['_id', 'desc'],
      ],
      anyOf: [{ key: { before: last.key } }, { key: last.key, _id: { before: last._id } }],
    })
    expect(afterKey({}, cursor, 'key', 'asc').anyOf![0]).toEqual({ key: { after: last.key } })
  })

  test('narrows the bounds a list has, and never widens them', () => {
    const last = { key: 'k-5', id: 'r-5' }
    const bounds = (range: object, direction: 'asc' | 'desc') =>
      afterRow({ key: range }, last, 'key', direction).where.key
    expect(bounds({ after: 'k-1', before: 'k-9' }, 'desc')).toEqual({ after: 'k-1', before: 'k-9', atMost: 'k-5' })
    expect(bounds({ after: 'k-1', before: 'k-4' }, 'desc')).toEqual({ after: 'k-1', before: 'k-4' })
    expect(bounds({ after: 'k-1' }, 'asc')).toEqual({ after: 'k-1', atLeast: 'k-5' })
    expect(bounds({ after: 'k-6' }, 'asc')).toEqual({ after: 'k-6' })
  })

  test.each([undefined, '', '%', 'bnVsbA', Buffer.from('[1,"a"]').toString('base64url')])(
    'that we did not make (%j) begins at the start',
    (cursor) => {
      expect(afterKey({}, cursor, 'key', 'asc').anyOf).toBeUndefined()
    },
  )
})
