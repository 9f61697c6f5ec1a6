import { rotatingCode } from '@cloud/runtime/rotating-code'
import { scanCodeOf, typedCodeOf } from '@/shared/domain/redemptions/code'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { chanceOf } from '../../support/trust'
import { asked, at, codeOf, nearBy, sessionOf, signedUpFor, start, volunteer } from '../activities/shared'
import { clerk, colleague, elsewhere, member, offer, setAside, stockOf } from '../redemptions/shop'
import { useWorld } from '../world'
import { giveTo } from './members'

const world = useWorld()
const random = chanceOf(Number(process.env.SEED ?? 20261127), 0)
const upTo = (count: number): number => Math.floor(random() * count)
const secret = (): string => Array.from({ length: 32 }, () => '0123456789abcdef'[upTo(16)]).join('')

const tally = async (count: number, attempt: (n: number) => Promise<string>): Promise<Map<string, number>> => {
  const outcomes = new Map<string, number>()
  for (let n = 0; n < count; n++) {
    const outcome = await attempt(n)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  return outcomes
}

test('at the counter: of 400 forged and 200 replayed codes none is accepted, nothing moves, and each is on record', async () => {
  await giveTo(world, member, 60)
  const reward = await offer(world)
  const used: string[] = []
  for (let n = 0; n < 5; n++) {
    const { scan, typed } = await world.ask(member, 'redemptions.showCode', { id: await setAside(world, reward) })
    await world.ask(clerk, 'redemptions.captureRedemption', { code: n % 2 === 0 ? scan : typed })
    used.push(scan, typed)
  }
  const open = await setAside(world, reward)
  const good = await world.ask(member, 'redemptions.showCode', { id: open })
  const before = [world.documents('transfers').length, ...stockOf(world, reward)]
  const capture = (persona: string, code: string) => world.refusalOf(persona, 'redemptions.captureRedemption', { code })
  const forged = await tally(400, (n) => {
    // Five codes may be typed in a minute; pictures are not guessed.
    if (n % 10 === 9) world.clock.now += minuteMs / 2
    const near = `${good.scan.slice(0, -1)}${good.scan.endsWith('0') ? '1' : '0'}`
    return capture(clerk, [scanCodeOf(secret()), near, typedCodeOf(secret()), good.typed.slice(1)][n % 4]!)
  })
  expect(forged.get('ok')).toBeUndefined()
  expect(forged.get('CODE_UNKNOWN')).toBeGreaterThan(300)
  const replayed = await tally(200, (n) => {
    if (n % 4 === 3) world.clock.now += minuteMs
    return capture([clerk, colleague, elsewhere][n % 3]!, used[upTo(used.length)]!)
  })
  expect(replayed.get('ok')).toBeUndefined()
  expect([world.documents('transfers').length, ...stockOf(world, reward)]).toEqual(before)
  expect(world.documents('codeRefusals')).toHaveLength(600)
})

test('at a session: of 300 forged and 100 replayed codes none lets anybody in, and the right one does', async () => {
  const id = await signedUpFor(world)
  const other = await sessionOf(world, { rule: { ...asked.rule, times: ['09:10'] } })
  const { secret: own } = world.documents('sessions').find(({ _id }) => _id === id)!
  const shownBefore = (await codeOf(world, id)).digits
  const send = (code: string) => {
    const position = { point: nearBy, accuracyMeters: 20 }
    return world.refusalOf(volunteer, 'activities.checkIn', {
      id,
      code,
      position,
      scannedAt: toInstant(world.clock.now),
    })
  }
  const isReal = (digits: string) =>
    [0, 30_000].some((back) => rotatingCode(own, id, world.clock.now - back).code === digits)
  const forged = await tally(300, async (n) => {
    world.clock.now += 12_000
    const digits = String(upTo(1_000_000)).padStart(6, '0')
    if (isReal(digits)) return 'guessed'
    if (n % 3 === 0) return send(digits)
    return send(n % 3 === 1 ? `session:${other}:${digits}` : rotatingCode(own, id, world.clock.now + 5 * minuteMs).code)
  })
  expect(forged.get('ok')).toBeUndefined()
  expect(forged.get('CODE_WRONG')).toBeGreaterThan(150)
  expect(forged.get('CODE_FOREIGN')).toBeGreaterThan(80)
  at(world, start + 70 * minuteMs)
  const replayed = await tally(100, () => {
    world.clock.now += 12_000
    return send(shownBefore)
  })
  expect(replayed.get('ok')).toBeUndefined()
  expect(world.documents('participations')).toEqual([])
  // Five tries a minute, whatever they are.
  world.clock.now += minuteMs
  expect(await send((await codeOf(world, id)).digits)).toBe('ok')
})
