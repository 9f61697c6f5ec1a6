import { verifyLog } from '@/shared/domain/consents/verify-log'
import { desk, householdOf, makeOwner, opened, owner } from '../capabilities/consents/asked'
import { digest, exported, type Act } from '../domain/consents/logs'
import { openTestCloud } from '../support/cloud'
import { signature } from '../support/signatures'
import type { Suite } from '../support/trust'

const coOwner = 'resident-grid-5'
/** So many households race, one after another, before the same are asked anew. */
const homesMax = 500

const fail = (what: string): never => {
  throw new Error(what)
}

/** More than ten thousand entries of 4,500 households in 45 buildings; some have none. */
const acts: readonly Act[] = [['agree', 'online'], ['disagree', 'paper'], 'withdraw', ['agree', 'paper']]
const bigLog = () =>
  exported(
    Array.from({ length: 45 }, (_, building) =>
      Array.from({ length: 100 }, (_one, at) =>
        acts.slice(0, (at + building) % 5 === 0 ? 0 : 2 + ((at + building) % 3)),
      ),
    ),
  ).text

/** One thing done to a log, and the line, counted from 1, it must be found at. */
const tamperings: Record<string, (lines: string[], random: () => number) => readonly [string[], number]> = {
  flipped: (lines, random) => {
    const at = Math.floor(random() * lines.length)
    const line = lines[at]!
    const place = Math.floor(random() * line.length)
    const by = line[place] === '0' ? '1' : '0'
    lines[at] = `${line.slice(0, place)}${by}${line.slice(place + 1)}`
    return [lines, at + 1]
  },
  inserted: (lines, random) => {
    const at = Math.floor(random() * lines.length)
    const from = Math.floor(random() * lines.length)
    // Of two equal lines it is the second that is one too many.
    const found = from === at + 1 ? at + 3 : at + 2
    lines.splice(at + 1, 0, lines[from]!)
    return [lines, found]
  },
  deleted: (lines, random) => {
    const at = Math.floor(random() * lines.length)
    lines.splice(at, 1)
    return [lines, at + 1]
  },
  reordered: (lines, random) => {
    const at = Math.floor(random() * (lines.length - 1))
    const with_ = at + 1 + Math.floor(random() * (lines.length - at - 1))
    ;[lines[at], lines[with_]] = [lines[with_]!, lines[at]!]
    return [lines, at + 1]
  },
  cut: (lines, random) => {
    const left = 1 + Math.floor(random() * (lines.length - 1))
    return [lines.slice(0, left), left + 1]
  },
}

/** Two owners of one home answer at the same moment; and one thing is done to a long log. */
export const suite: Suite = {
  guarantee:
    'two owners who answer at the same moment leave one live answer; one entry of 10,000 flipped, inserted, deleted, reordered or cut off is found in its line',
  count: 1000,
  async open() {
    const world = await openTestCloud()
    const lines = bigLog().trimEnd().split('\n')
    let [id, homes] = ['', [] as string[]]
    const openAnew = async () => {
      world.refill()
      const own = world.documents('buildings').filter(({ communityId }) => communityId === 'xinsheng')
      id = await opened(world, { scope: { kind: 'buildings', ids: own.map(({ _id }) => _id) } })
      homes = world
        .documents('consentHouseholds')
        .slice(0, homesMax)
        .map(({ householdId }) => householdId)
    }
    const race = async (householdId: string) => {
      const small = signature({ width: 120, height: 60 })
      const files = []
      for (const persona of [owner, coOwner]) {
        await makeOwner(world, persona, householdId)
        files.push(await world.upload(persona, small, 'image/png'))
      }
      const say = (persona: string, answer: string, signatureFileId: string) =>
        world.send(persona, 'consents.answerConsent', { id, answer, signatureFileId })
      const [mine, theirs] = await Promise.all([say(owner, 'agree', files[0]!), say(coOwner, 'disagree', files[1]!)])
      if (mine.ok === theirs.ok) fail(`both answers of ${householdId} ended alike: ${JSON.stringify([mine, theirs])}`)
      const { status, sequence } = householdOf(world, id, householdId)
      if (sequence !== 1 || status !== (mine.ok ? 'agree' : 'disagree'))
        fail(`${householdId} is ${status} after ${sequence} entries`)
      return mine.ok ? 1 : 0
    }
    await openAnew()
    let agreed = 0
    return {
      async step({ index, random }) {
        const householdId = homes.pop()
        if (householdId === undefined) return fail('no home is left')
        agreed += await race(householdId)
        const names = Object.keys(tamperings)
        const name = names[index % names.length]!
        const [changed, at] = tamperings[name]!([...lines], random)
        const began = performance.now()
        const { fault } = verifyLog(`${changed.join('\n')}\n`, digest)
        const verifyMs = performance.now() - began
        if (fault?.line !== at) fail(`${name} at line ${at} was found at ${fault?.line ?? 'no line'}`)
        if (homes.length === 0) {
          const { board } = await world.ask(desk, 'consents.getConsentBoard', { id })
          if (board?.sums.agree !== agreed) fail(`the board says ${board?.sums.agree} where ${agreed} agree`)
          await openAnew()
          agreed = 0
        }
        return { races: 1, [name]: 1, verifyMs }
      },
      async finish() {
        const { board } = await world.ask(desk, 'consents.getConsentBoard', { id })
        if (board?.sums.agree !== agreed) fail(`the board says ${board?.sums.agree} where ${agreed} agree`)
        return { entries: verifyLog(`${lines.join('\n')}\n`, digest).entries }
      },
      close: () => world.close(),
    }
  },
}
