import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import Fastify from 'fastify'
import Libsql from 'libsql'
import { startCloud } from '../../emulator'
import type { CollectionSpec } from '../../emulator'

/**
 * The local cloud beside the least there could be: a bare Fastify server that runs the same SQL on the same engine with the
 * same durability. Both are asked by the same client, in turn, for short whiles, so that what else a machine is doing hits both;
 * a speed is the median of the ratios of neighbours.
 */
const collections: CollectionSpec[] = [
  { name: 'issues', indexes: [{ name: 'byGrid', fields: [['gridId', 1], ['isOpen', 1], ['dueAt', 1]] }] }, // prettier-ignore
]
const rounds = 21
const inFlight = 8
const warmUpMs = 2_000

const documentOf = (n: number) => ({
  _id: `issue-${String(n).padStart(8, '0')}`,
  gridId: `grid-${n % 97}`,
  isOpen: n % 3 !== 0,
  dueAt: 1_700_000_000_000 + ((n * 7919) % 100_003) * 60_000,
  classCode: ['litter', 'rubble', 'lift', 'noise', 'road'][n % 5],
  minutes: (n * 31) % 600,
  text: `第 ${n} 件：楼道里堆了杂物，请来看看。`,
})

/** What a child process runs: one of the two servers on a folder, until it is told to end. */
export async function serve(kind: 'cloud' | 'bare', folder: string): Promise<void> {
  const told = kind === 'cloud' ? await serveCloud(folder) : await serveBare(folder)
  process.on('message', (message) => {
    if (message === 'memory') process.send!({ memory: process.memoryUsage().rss })
    else process.exit(0)
  })
  process.send!(told)
}

const serveCloud = async (folder: string) => {
  const began = performance.now()
  const cloud = await startCloud({ dataDir: folder, envId: 'bench', collections })
  const readyMs = performance.now() - began
  const secretId = cloud.sdkEnvironment.TENCENTCLOUD_SECRETID!
  return { url: `${cloud.url}/admin`, authorization: `Credential=${secretId}/`, readyMs }
}

const value = (field: string) =>
  `coalesce(json_extract(doc, '$."${field}"."$date"'), json_extract(doc, '$."${field}"'))`

const serveBare = async (folder: string) => {
  fs.mkdirSync(folder, { recursive: true })
  const database = new Libsql(path.join(folder, 'bare.db'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;')
  database.exec(`CREATE TABLE IF NOT EXISTS issues (_id TEXT PRIMARY KEY, doc TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS byGrid ON issues (${['gridId', 'isOpen', 'dueAt'].map(value).join(', ')})`)
  const get = database.prepare('SELECT doc FROM issues WHERE _id = ?')
  const insert = database.prepare('INSERT INTO issues (_id, doc) VALUES (?, ?)')
  const update = database.prepare('UPDATE issues SET doc = ? WHERE _id = ?')
  const list = database.prepare(`SELECT doc FROM issues WHERE ${value('gridId')} = ? AND ${value('isOpen')} = 1
    ORDER BY ${value('dueAt')} LIMIT 20`)
  const group = database.prepare(`SELECT ${value('classCode')} AS _id, count(*) AS n FROM issues
    WHERE ${value('gridId')} = ? GROUP BY 1 ORDER BY n DESC LIMIT 3`)
  const open = new Map<string, [string, string][]>()
  const answers: Record<string, (body: Record<string, string>) => unknown> = {
    get: ({ id }) => [(get.get([id]) as { doc: string }).doc],
    insert: ({ documents }) => {
      const many = JSON.parse(documents!) as { _id: string }[]
      database.transaction(() => many.forEach((one) => insert.run([one._id, JSON.stringify(one)])))()
      return many.length
    },
    list: ({ gridId }) => (list.all([gridId]) as { doc: string }[]).map(({ doc }) => doc),
    group: ({ gridId }) => group.all([gridId]),
    begin: ({ tx }) => (open.set(tx!, []), tx),
    write: ({ tx, id, minutes }) => {
      const { doc } = get.get([id]) as { doc: string }
      open.get(tx!)!.push([JSON.stringify({ ...JSON.parse(doc), minutes }), id!])
      return 1
    },
    commit: ({ tx }) => {
      database.transaction(() => open.get(tx!)!.forEach((change) => update.run(change)))()
      return open.delete(tx!)
    },
  }
  const server = Fastify({ bodyLimit: 6 * 1024 * 1024 })
  server.post('/:what', async (request) => ({
    data: answers[(request.params as { what: string }).what]!(request.body as Record<string, string>),
  }))
  return { url: await server.listen({ port: 0, host: '127.0.0.1' }), authorization: '', readyMs: 0 }
}

interface Server {
  child: ChildProcess
  readyMs: number
  post(way: string, body: object): Promise<{ data: never; transactionId?: string; code?: string; message?: string }>
}

const agent = new http.Agent({ keepAlive: true, maxSockets: inFlight })

const start = async (kind: 'cloud' | 'bare', folder: string): Promise<Server> => {
  const program = `require(${JSON.stringify(__filename)}).serve(${JSON.stringify(kind)}, ${JSON.stringify(folder)})`
  const runner = path.join(path.dirname(folder), `${kind}.cjs`)
  fs.writeFileSync(runner, program)
  const child = fork(runner, { stdio: 'inherit' })
  const told = await new Promise<{ url: string; authorization: string; readyMs: number }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as never))
    child.once('exit', (code) => reject(new Error(`the ${kind} server ended with ${code}`)))
  })
  const post: Server['post'] = (way, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body)
      const request = http.request(
        `${told.url}${way}`,
        {
          agent,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            authorization: told.authorization,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as never))
        },
      )
      request.on('error', reject)
      request.end(text)
    })
  return { child, readyMs: told.readyMs, post }
}

/** One request to the cloud as the SDK writes it; throws what the cloud refuses. */
const ask = async (cloud: Server, action: string, more: object) => {
  const answer = await cloud.post('', {
    action: `database.${action}`,
    envName: 'bench',
    collectionName: 'issues',
    ...more,
  })
  if (answer.code) throw new Error(`${action}: ${answer.code} ${answer.message}`)
  return answer
}

type Work = (n: number) => Promise<unknown>
interface Contest {
  what: string
  requests: number
  /** The least share of the bare server's speed; absent where there is only a figure to show. */
  atLeast?: number
  cloud: Work
  bare: Work
}

const contests = (cloud: Server, bare: Server, count: number): Contest[] => {
  const any = (n: number) => documentOf((n * 7919) % count)
  const grid = (n: number) => `grid-${n % 97}`
  const changed = (n: number) => JSON.stringify({ $set: { minutes: n } })
  return [
    {
      what: 'get by id',
      requests: 600,
      atLeast: 0.7,
      cloud: (n) =>
        ask(cloud, 'getDocument', { queryType: 'DOC', query: JSON.stringify({ _id: any(n)._id }), limit: 1 }),
      bare: (n) => bare.post('/get', { id: any(n)._id }),
    },
    {
      what: 'insert',
      requests: 100,
      atLeast: 0.7,
      cloud: (n) => ask(cloud, 'insertDocument', { data: [JSON.stringify(documentOf(count + 1 + n))] }),
      bare: (n) => bare.post('/insert', { documents: JSON.stringify([documentOf(count + 1 + n)]) }),
    },
    {
      what: 'two fields, sorted, 20 rows',
      requests: 400,
      atLeast: 0.7,
      cloud: (n) =>
        ask(cloud, 'getDocument', {
          queryType: 'WHERE',
          query: JSON.stringify({ gridId: grid(n), isOpen: true }),
          order: JSON.stringify({ dueAt: 1 }),
          limit: 20,
        }),
      bare: (n) => bare.post('/list', { gridId: grid(n) }),
    },
    {
      what: 'match, group, sort, limit',
      requests: 30,
      cloud: (n) =>
        ask(cloud, 'aggregateDocuments', {
          stages: [
            ['$match', { gridId: grid(n) }],
            ['$group', { _id: '$classCode', n: { $sum: 1 } }],
            ['$sort', { n: -1 }],
            ['$limit', 3],
          ].map(([stageKey, stage]) => ({ stageKey, stageValue: JSON.stringify(stage) })),
        }),
      bare: (n) => bare.post('/group', { gridId: grid(n) }),
    },
    {
      what: 'transaction of five requests',
      requests: 100,
      atLeast: 0.7,
      cloud: async (n) => {
        const { transactionId } = await ask(cloud, 'startTransaction', {})
        const one = (id: string) => ({ queryType: 'DOC', transactionId, query: JSON.stringify({ _id: id }) })
        const [first, second] = [documentOf((n * 2) % count)._id, documentOf((n * 2 + 1) % count)._id]
        await ask(cloud, 'getDocument', { ...one(first), limit: 1 })
        await ask(cloud, 'modifyDocument', { ...one(first), data: changed(n), merge: true, multi: false })
        await ask(cloud, 'modifyDocument', { ...one(second), data: changed(n), merge: true, multi: false })
        await ask(cloud, 'commitTransaction', { transactionId })
      },
      bare: async (n) => {
        const tx = String(n)
        const [first, second] = [documentOf((n * 2) % count)._id, documentOf((n * 2 + 1) % count)._id]
        await bare.post('/begin', { tx })
        await bare.post('/get', { id: first })
        await bare.post('/write', { tx, id: first, minutes: n })
        await bare.post('/write', { tx, id: second, minutes: n })
        await bare.post('/commit', { tx })
      },
    },
  ]
}

let asked = 0

/** Milliseconds a request takes while several are in flight. */
const msEach = async (work: Work, requests: number): Promise<number> => {
  const began = performance.now()
  let left = requests
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await work(asked++)
    }),
  )
  return (performance.now() - began) / requests
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

const fill = async (cloud: Server, bare: Server, from: number, to: number): Promise<void> => {
  const batch = 2000
  for (let at = from; at < to; at += batch) {
    const documents = Array.from({ length: Math.min(batch, to - at) }, (_, n) => documentOf(at + n))
    await ask(cloud, 'insertDocument', { data: documents.map((document) => JSON.stringify(document)) })
    await bare.post('/insert', { documents: JSON.stringify(documents) })
  }
}

interface Outcome {
  cloud: number
  bare: number
  speed: number
}

/** A server that has just begun is still being compiled; neither side is measured before it runs as it will. */
const warmUp = async (work: Work, requests: number): Promise<void> => {
  const until = performance.now() + warmUpMs
  while (performance.now() < until) await msEach(work, requests)
}

const contest = async ({ cloud, bare, requests }: Contest): Promise<Outcome> => {
  const times = { cloud: [] as number[], bare: [] as number[] }
  for (const work of [bare, cloud]) await warmUp(work, requests)
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await msEach(bare, requests / 2))
    times.cloud.push(await msEach(cloud, requests))
    times.bare[round] = (times.bare[round]! + (await msEach(bare, requests / 2))) / 2
  }
  const speed = median(times.bare.map((ms, round) => ms / times.cloud[round]!))
  return { cloud: median(times.cloud), bare: median(times.bare), speed }
}

const memoryOf = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.child.once('message', (message) => resolve((message as { memory: number }).memory))
    server.child.send('memory')
  })

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.child.removeAllListeners('exit')
    server.child.once('exit', () => resolve())
    server.child.send('end')
  })

const ms = (value: number): string => `${value.toFixed(3).padStart(9)} ms`
const verdict = (holds: boolean): string => (holds ? '' : '  OVER')

/** Prints the figures at 100,000 documents, then what the same questions take at 1,000,000. `BENCH_MANY=0` leaves the million out. */
export async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-emulator-'))
  const folders = { cloud: path.join(folder, 'cloud'), bare: path.join(folder, 'bare') }
  const few = 100_000
  const many = 1_000_000
  let cloud = await start('cloud', folders.cloud)
  let bare = await start('bare', folders.bare)
  try {
    await fill(cloud, bare, 0, few)
    // Both begin anew, so that neither has the pages in hand that it has just written.
    await Promise.all([stop(cloud), stop(bare)])
    cloud = await start('cloud', folders.cloud)
    bare = await start('bare', folders.bare)
    console.log(`ready with 100,000 documents  ${ms(cloud.readyMs)}  (bound ≤ 2000)${verdict(cloud.readyMs <= 2000)}`)
    console.log(`\n${''.padEnd(32)}${'cloud'.padStart(12)}${'bare'.padStart(12)}   speed`)
    const at100k = new Map<string, number>()
    for (const one of contests(cloud, bare, few)) {
      const took = await contest(one)
      at100k.set(one.what, took.cloud)
      const bound = one.atLeast ? `  (bound ≥ ${one.atLeast}×)${verdict(took.speed >= one.atLeast)}` : ''
      console.log(`${one.what.padEnd(32)}${ms(took.cloud)}${ms(took.bare)}   ${took.speed.toFixed(2)}×${bound}`)
    }
    const mb = (await memoryOf(cloud)) / 1024 / 1024
    console.log(`memory after that               ${mb.toFixed(0).padStart(9)} MB  (bound ≤ 200)${verdict(mb <= 200)}`)
    if (process.env.BENCH_MANY === '0') return
    await fill(cloud, bare, few + 100_000, many + 100_000)
    console.log(`\nwith 1,000,000 documents, beside the cloud's own time at 100,000`)
    for (const one of contests(cloud, bare, few).filter(({ what }) => what !== 'insert')) {
      const took = await contest(one)
      const ratio = took.cloud / at100k.get(one.what)!
      const isIndexed = !one.what.startsWith('match')
      const bound = isIndexed ? `  (bound ≤ 1.3×)${verdict(ratio <= 1.3)}` : ''
      console.log(`${one.what.padEnd(32)}${ms(took.cloud)}${ms(took.bare)}   ${ratio.toFixed(2)}×${bound}`)
    }
  } finally {
    await Promise.all([stop(cloud), stop(bare)])
    agent.destroy()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
