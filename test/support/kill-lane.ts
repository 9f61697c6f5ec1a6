import { createHash } from 'node:crypto'
import tcb from '@cloudbase/node-sdk'

/** What each document or file must be: its canonical text or the hash of its bytes; `''` for one that is not there. */
export type States = Map<string, string>

const env = 'local-test'

type Transaction = Pick<ReturnType<typeof point>, 'collection'>

/** Points the unmodified SDK of this process at a cloud, and answers its database. */
export const point = (environment?: Record<string, string>) => {
  if (environment) Object.assign(process.env, environment, { SILENCE: 'true' })
  return tcb.init({ env }).database()
}

const app = () => tcb.init({ env })
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const textOf = (document: object): string => JSON.stringify(Object.entries(document).sort())
const briefly = (text: string | undefined): string => (text === '' ? 'nothing' : String(text).slice(0, 120))

interface Change {
  readonly before: States
  readonly after: States
}

/**
 * One writer: it does one thing after another and remembers what was acknowledged, and what was on its way when the cloud
 * died. Afterwards everything acknowledged must be there, and the last thing wholly or not at all.
 */
export class Lane {
  acknowledged = 0
  private readonly settled: States = new Map()
  private underway: Change | undefined
  private isStopped = false
  private serial = 0

  constructor(
    private readonly run: string,
    private readonly at: number,
    private readonly accounts: number,
    private readonly random: () => number,
  ) {}

  stop(): void {
    this.isStopped = true
  }

  /** Writes until it is stopped or the cloud is gone; throws when a living cloud refuses. */
  async work(): Promise<void> {
    while (!this.isStopped) {
      try {
        await this.one()
      } catch (error) {
        if (this.isStopped) return
        if ((error as { code?: string }).code !== 'DATABASE_TRANSACTION_CONFLICT') throw error
        this.underway = undefined
      }
    }
  }

  /** Throws for the first thing that is not as it was promised; answers how everything turned out. */
  async check(): Promise<States> {
    const keys = [...this.settled.keys(), ...(this.underway?.before.keys() ?? [])]
    const found = await statesOf(keys)
    const differs = ([key, state]: [string, string]) => found.get(key) !== state
    const { before = new Map<string, string>(), after = new Map<string, string>() } = this.underway ?? {}
    const lost = [...this.settled].filter(([key]) => !before.has(key)).find(differs)
    if (lost)
      throw new Error(
        `acknowledged and not kept: ${lost[0]} should be ${briefly(lost[1])}, is ${briefly(found.get(lost[0]))}`,
      )
    if ([...before].some(differs) && [...after].some(differs))
      throw new Error(
        `half of one change is there: ${JSON.stringify([...before.keys()].map((key) => [key, briefly(found.get(key))]))}`,
      )
    return found
  }

  /** Throws unless everything is as it turned out at the time. */
  static async checkAll(promised: States): Promise<void> {
    const found = await statesOf([...promised.keys()])
    for (const [key, state] of promised) if (found.get(key) !== state) throw new Error(`${key} changed afterwards`)
  }

  private one(): Promise<void> {
    const dice = this.random()
    if (dice < 0.3) return this.add()
    if (dice < 0.45) return this.pair()
    if (dice < 0.6) return this.transfer()
    if (dice < 0.75) return this.rewriteAll()
    if (dice < 0.85) return this.remove()
    return this.upload()
  }

  /** Notes what is about to change, lets it happen, and settles it once it is acknowledged. */
  private async change(after: States, happen: () => Promise<unknown>): Promise<void> {
    const before = new Map([...after.keys()].map((key) => [key, this.settled.get(key) ?? '']))
    this.underway = { before, after }
    await happen()
    for (const [key, state] of after) this.settled.set(key, state)
    this.underway = undefined
    this.acknowledged++
  }

  private newNote() {
    return { _id: `${this.run}-${this.at}-${this.serial++}`, run: this.run, lane: this.at, n: 0, text: 'x'.repeat(200) }
  }

  private add(): Promise<void> {
    const note = this.newNote()
    return this.change(new Map([[`notes/${note._id}`, textOf(note)]]), () => point().collection('notes').add(note))
  }

  private pair(): Promise<void> {
    const two = [this.newNote(), this.newNote()]
    return this.change(new Map(two.map((note) => [`notes/${note._id}`, textOf(note)])), () =>
      point().runTransaction(async (transaction: Transaction) => {
        for (const note of two) await transaction.collection('notes').add(note)
      }),
    )
  }

  private transfer(): Promise<void> {
    const _id = `${this.run}-${this.at}-${this.serial++}`
    const from = Math.floor(this.random() * this.accounts)
    const to = (from + 1 + Math.floor(this.random() * (this.accounts - 1))) % this.accounts
    const entry = { _id, from: `a${from}`, to: `a${to}`, points: 1 + Math.floor(this.random() * 9) }
    const { command } = point()
    return this.change(new Map([[`transfers/${_id}`, textOf(entry)]]), () =>
      point().runTransaction(async (transaction: Transaction) => {
        const change = (id: string, points: number) =>
          transaction
            .collection('accounts')
            .doc(id)
            .update({ points: command.inc(points) })
        await change(entry.from, -entry.points)
        await change(entry.to, entry.points)
        await transaction.collection('transfers').add(entry)
      }),
    )
  }

  /** One update of many documents is one change. */
  private rewriteAll(): Promise<void> {
    const n = this.serial++
    const mine = [...this.settled].filter(([key, state]) => key.startsWith('notes/') && state !== '')
    const after: States = new Map(
      mine.map(([key, state]) => [key, textOf({ ...Object.fromEntries(JSON.parse(state) as [string, unknown][]), n })]),
    )
    return this.change(after, () => point().collection('notes').where({ run: this.run, lane: this.at }).update({ n }))
  }

  private remove(): Promise<void> {
    const victim = [...this.settled].find(([key, state]) => key.startsWith('notes/') && state !== '')?.[0]
    if (victim === undefined) return this.add()
    return this.change(new Map([[victim, '']]), () => point().collection('notes').doc(victim.slice(6)).remove())
  }

  /** Writes over one of its files, so that the old bytes and the new ones can be told apart. */
  private upload(): Promise<void> {
    const cloudPath = `kill/${this.run}-${this.at}-${Math.floor(this.random() * 2)}.bin`
    const bytes = Buffer.alloc(1 + Math.floor(this.random() * 60_000), `${this.serial++}`)
    return this.change(new Map([[`files/${cloudPath}`, hashOf(bytes)]]), () =>
      app().uploadFile({ cloudPath, fileContent: bytes }),
    )
  }
}

const PAGE = 500

const statesOf = async (keys: readonly string[]): Promise<States> => {
  const states: States = new Map(keys.map((key) => [key, '']))
  for (const collection of ['notes', 'transfers']) {
    const ids = keys.filter((key) => key.startsWith(`${collection}/`)).map((key) => key.slice(collection.length + 1))
    for (let at = 0; at < ids.length; at += PAGE) {
      const db = point()
      const wanted = { _id: db.command.in(ids.slice(at, at + PAGE)) }
      const { data } = await db.collection(collection).where(wanted).limit(1000).get()
      for (const document of data as { _id: string }[]) states.set(`${collection}/${document._id}`, textOf(document))
    }
  }
  for (const key of keys.filter((one) => one.startsWith('files/'))) states.set(key, await fileState(key.slice(6)))
  return states
}

const fileState = async (cloudPath: string): Promise<string> => {
  try {
    const { fileContent } = await app().downloadFile({ fileID: `cloud://${env}.local/${cloudPath}` })
    return hashOf(fileContent as Buffer)
  } catch (error) {
    if ((error as { code?: string }).code === 'STORAGE_FILE_NONEXIST') return ''
    throw error
  }
}
