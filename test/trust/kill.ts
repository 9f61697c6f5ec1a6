import fs from 'node:fs'
import path from 'node:path'
import { startCloud } from '../../emulator'
import { bundleCloud, NotOpened, startCloudProcess, type CloudProcess } from '../support/cloud-process'
import { Lane, point, type States } from '../support/kill-lane'
import { chanceOf, type Suite } from '../support/trust'

const documentsMax = 100_000
const lanes = 8
const accounts = 12
const balance = 1000
const readyMsMax = 2000

const collections = [
  { name: 'base', indexes: [{ name: 'byN', fields: [['n', 1]] as const }] },
  { name: 'notes', indexes: [{ name: 'byRun', fields: [['run', 1]] as const }] },
  { name: 'accounts', indexes: [] },
  { name: 'transfers', indexes: [] },
]

/** Fills the folder once: what is there before the first kill. */
const prepare = async (dataDir: string): Promise<void> => {
  const cloud = await startCloud({ dataDir, envId: 'local-test', collections })
  if (cloud.readDocuments('accounts').length === 0)
    cloud.insertAll({
      base: Array.from({ length: documentsMax }, (_, n) => ({ _id: `b${n}`, n, text: '一件普通的事。'.repeat(20) })),
      accounts: Array.from({ length: accounts }, (_, n) => ({ _id: `a${n}`, points: balance })),
    })
  await cloud.close()
}

/** Opens after a kill; now and then killed again while it opens, since no moment is safe from a power cut. */
const reopen = async (dataDir: string, random: () => number): Promise<CloudProcess> => {
  while (random() < 0.15)
    try {
      await (await startCloudProcess(dataDir, collections, { killAfterMs: Math.floor(random() * 300) })).kill()
    } catch (error) {
      if (!(error instanceof NotOpened) || error.code !== 'KILLED') throw error
    }
  const cloud = await startCloudProcess(dataDir, collections)
  point(cloud.environment)
  return cloud
}

/** Every account holds what the transfers say: no transfer is half there, and none without its record. */
const checkAccounts = async (): Promise<void> => {
  const db = point()
  const found = (await db.collection('accounts').limit(1000).get()).data as { _id: string; points: number }[]
  const sums = async (field: 'from' | 'to') => {
    const { data } = await db
      .collection('transfers')
      .aggregate()
      .group({ _id: `$${field}`, points: db.command.aggregate.sum('$points') })
      .limit(1000)
      .end()
    return new Map((data as { _id: string; points: number }[]).map(({ _id, points }) => [_id, points]))
  }
  const [gone, come] = [await sums('from'), await sums('to')]
  for (const { _id, points } of found) {
    const due = balance + (come.get(_id) ?? 0) - (gone.get(_id) ?? 0)
    if (points !== due) throw new Error(`account ${_id} holds ${points}, its transfers say ${due}`)
  }
}

/** kill -9 at random moments, under load from a process that lives on and knows what it was promised. */
export const suite: Suite = {
  guarantee: `kill -9 loses no acknowledged write and leaves no half transaction; ready again within 2 s at ${documentsMax} documents`,
  count: 200,
  async open({ folder, seed }) {
    const dataDir = path.join(folder, 'data')
    const ledger = path.join(folder, 'acknowledged.jsonl')
    bundleCloud()
    await prepare(dataDir)
    let cloud = await startCloudProcess(dataDir, collections)
    point(cloud.environment)
    return {
      async step({ index, random }) {
        const run = `${index}-${Date.now().toString(36)}`
        const working = Array.from(
          { length: lanes },
          (_, at) => new Lane(run, at, accounts, chanceOf(seed, 1000 + index * lanes + at)),
        )
        const ends = working.map((lane) => lane.work())
        await new Promise((resolve) => setTimeout(resolve, 5 + Math.floor(random() * 400)))
        for (const lane of working) lane.stop()
        await cloud.kill()
        await Promise.all(ends)
        cloud = await reopen(dataDir, random)
        const { readyMs } = cloud
        // On a machine that is busy with something else a slow start says nothing; a start that is always slow does.
        for (let again = 0; cloud.readyMs > readyMsMax; again++) {
          if (again === 3) throw new Error(`ready again only after ${Math.round(cloud.readyMs)} ms`)
          await cloud.kill()
          cloud = await reopen(dataDir, random)
        }
        let acknowledged = 0
        for (const lane of working) {
          acknowledged += lane.acknowledged
          fs.appendFileSync(ledger, [...(await lane.check())].map((pair) => `${JSON.stringify(pair)}\n`).join(''))
        }
        await checkAccounts()
        return { readyMs, acknowledged }
      },
      async finish() {
        const { total } = await point().collection('base').count()
        if (total !== documentsMax) throw new Error(`${total} of ${documentsMax} documents are left`)
        const lines = fs.readFileSync(ledger, 'utf8').trim().split('\n')
        const promised: States = new Map(lines.map((line) => JSON.parse(line) as [string, string]))
        await Lane.checkAll(promised)
        return { documentsAndFilesCheckedAtTheEnd: promised.size }
      },
      close: () => cloud.kill(),
    }
  },
}
