import path from 'node:path'
import { wechatFor } from '@cloud/adapters/open-wechat'
import { checkActivityWords } from '@cloud/jobs/check-activity-words'
import { checkTopicWords } from '@cloud/jobs/check-topic-words'
import { runContentChecks } from '@cloud/jobs/run-content-checks'
import { sendOutbox } from '@cloud/jobs/send-outbox'
import { deployedFunctions } from '../../emulator'
import type { Asked, Mood } from '../../emulator/wechat/double'
import { morning, openTestCloud, type TestCloud } from './cloud'

/** The server with WeChat played beside it: questions go out over HTTP, verdicts come back to the built `web` function. */
export interface WechatWorld extends TestCloud {
  /** Runs the jobs of the content check at the world's time. */
  check(): Promise<{ done: number }>
  /** Runs the job that carries messages. */
  sendOutbox(): Promise<{ done: number }>
  /** What WeChat was asked, the newest first. */
  asked(): Promise<Asked[]>
  minded(change: Partial<Mood> & { expireToken?: boolean }): Promise<void>
  deliver(traceId: string): Promise<void>
  /** Waits until as many verdicts were pushed. */
  pushed(count: number): Promise<void>
  moveClock(ms: number): void
}

/** Ids of the templates, as an account would give them. */
const templateIds = { issueProgress: 'tmpl-progress', staffTask: 'tmpl-task' }

export const openWechatWorld = async (): Promise<WechatWorld> => {
  const { web } = deployedFunctions(path.resolve('cloudbaserc.json'))
  const world = await openTestCloud({
    functions: { web: web! },
    doors: { web: { '/wechat': 'web' } },
    wechat: { callback: '/wechat/events', verdictMs: 0 },
  })
  const { cloud, clock, runtime } = world
  runtime.templateIds = templateIds
  const post = async (door: string, body: object): Promise<void> => {
    const answer = await fetch(cloud.url + door, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${door} answered ${answer.status}`)
  }
  const asked = async (): Promise<Asked[]> =>
    ((await (await fetch(`${cloud.url}/dev/wechat`)).json()) as { asked: Asked[] }).asked
  const wechat = wechatFor(runtime.store, { ...process.env, ...cloud.wechatEnvironment }, () => clock.now)!
  return {
    ...world,
    async check() {
      const context = { store: runtime.store, files: runtime.files, now: clock.now, ...wechat }
      const [issues, activities] = [await runContentChecks(context), await checkActivityWords(context)]
      const topics = await checkTopicWords(context)
      return { done: issues.done + activities.done + topics.done }
    },
    sendOutbox: () =>
      sendOutbox({ store: runtime.store, files: runtime.files, now: clock.now, ...wechat, templateIds }),
    asked,
    minded: (change) => post('/dev/wechat', change),
    deliver: (traceId) => post('/dev/wechat/deliver', { traceId }),
    async pushed(count) {
      for (let tries = 0; tries < 400; tries++) {
        const pushes = (await asked()).filter(({ answered }) => answered !== null)
        if (pushes.reduce((sum, one) => sum + one.pushes, 0) >= count) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      throw new Error(`fewer than ${count} verdicts were pushed`)
    },
    moveClock(ms) {
      clock.now += ms
      cloud.setClock(clock.now)
    },
  }
}

/** The same for one file of tests, with the sample as it was before every test. */
export const useWechatWorld = (): WechatWorld => {
  jest.setTimeout(60_000)
  const world = {} as WechatWorld
  beforeAll(async () => void Object.assign(world, await openWechatWorld()))
  afterAll(() => world.close())
  beforeEach(() => {
    world.refill()
    world.clock.now = morning
    world.moveClock(0)
  })
  return world
}

/** Bytes of a photo with the double's marker in what a decoder would read as its picture, where nothing strips it. */
export const marked = (photo: Uint8Array, behaviour: string): Uint8Array => {
  const bytes = Buffer.from(photo)
  bytes.write(`WXCHECK:${behaviour} `, bytes.length - 40, 'latin1')
  return bytes
}
