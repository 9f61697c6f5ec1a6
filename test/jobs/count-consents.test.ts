import { logDigest, readRawLog } from '@cloud/runtime/consent-log'
import { frozenHash } from '@/shared/domain/consents/seal'
import { weightDigestOf, type ConsentHousehold } from '@/shared/domain/consents/household'
import { recount } from '@/shared/domain/consents/recount'
import { desk, householdOf, makeOwner, opened, owner, runCounting, sign } from '../capabilities/consents/asked'
import { useWorld } from '../capabilities/world'

const world = useWorld()

type Weight = Partial<Pick<ConsentHousehold, 'areaSquareCentimeters' | 'headKey'>>

/** A household of another weight, with every digest of it made anew, as somebody would who has the salt. */
const weighing = (household: ConsentHousehold, weight: Weight, salt: string): ConsentHousehold => {
  const changed = { ...household, ...weight }
  const weightDigest = weightDigestOf(salt, changed, logDigest)
  const frozen = { ...changed, weightDigest }
  return household.sequence > 0 ? frozen : { ...frozen, head: frozenHash(household.consentId, frozen, logDigest) }
}

const prepared = async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const answered = householdOf(world, id, householdId)
  const silent = world.documents('consentHouseholds').find(({ isAnswered }) => !isAnswered)!
  return { id, answered, silent }
}

const weights: Weight[] = [{ areaSquareCentimeters: 9_999_999 }, { headKey: 'buyer-1' }]

test('an area or a head that was changed after the opening is not signed, whether its digests were made anew or not', async () => {
  const { id, answered, silent } = await prepared()
  const { salt } = world.documents('consents')[0]!
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  world.clock.now += 61_000
  const { store } = world.runtime
  const put = (household: ConsentHousehold) => store.transact((tx) => tx.consentHouseholds.put(household))
  for (const household of [answered, silent])
    for (const weight of weights)
      for (const changed of [{ ...household, ...weight }, weighing(household, weight, salt)]) {
        await put(changed)
        await expect(runCounting(world)).rejects.toThrow(/altered|does not hold/)
        expect(world.documents('consentResults')).toEqual([])
        await put(household)
        world.clock.now += 3_600_000
      }
  expect(await runCounting(world)).toEqual({ done: 1 })
})

test('what is signed covers the area and the head of every household: with another of either, the root is another', async () => {
  const { id, answered, silent } = await prepared()
  const consent = world.documents('consents').find(({ _id }) => _id === id)!
  const raw = await readRawLog(world.runtime.store, consent)
  const blocks = world.documents('consentTallies')
  const rootWith = (changed?: ConsentHousehold): string => {
    const households = raw.households.map((one) => (one._id === changed?._id ? changed : one))
    return recount({ consent, blocks, ...raw, households }, logDigest).counted.root
  }
  const changed = [answered, silent].flatMap((one) => weights.map((weight) => weighing(one, weight, consent.salt)))
  const roots = [rootWith(), ...changed.map(rootWith)]
  expect(new Set(roots).size).toBe(roots.length)
  // The same weights give the same root.
  expect(rootWith(weighing(silent, {}, consent.salt))).toBe(roots[0])
})
