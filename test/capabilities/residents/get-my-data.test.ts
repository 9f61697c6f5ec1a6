import { neighbour, proposer, votedOn } from '../consultations/shared'
import { certified } from '../activities/certificates'
import { makeOwner, opened, owner, sign } from '../consents/asked'
import { giveTo } from '../lovebank/members'
import { offer, setAside } from '../redemptions/shop'
import { report, useWorld } from '../world'

const world = useWorld()
const ask = (persona: string) => world.ask(persona, 'residents.getMyData', {})

test('a resident reads everything that is kept about them, and how they belong to their home', async () => {
  await report(world)
  await report(world)
  const { householdId } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  expect(await ask('resident-grid-6')).toMatchObject({
    isNewcomer: false,
    phone: expect.stringMatching(/^1\d{10}$/),
    phoneConsent: null,
    household: { id: householdId, relation: null },
    dutyPosts: [],
    counts: { issues: 2, bindings: 0, notices: 2 },
    leavesAt: null,
  })
})

test('a newcomer reads that nothing is kept, and nothing is kept for having asked', async () => {
  const before = world.documents('persons').length
  expect(await ask('newcomer-1')).toMatchObject({
    isNewcomer: true,
    phone: null,
    household: null,
    counts: { issues: 0, bindings: 0, notices: 0 },
  })
  expect(world.documents('persons')).toHaveLength(before)
})

test('somebody in a post reads which one keeps them', async () => {
  expect((await ask('worker-grid-6')).dutyPosts).toEqual(['专职网格员'])
})

test('nobody reads it without an identity', async () => {
  expect(await world.refusalOf(null, 'residents.getMyData', {})).toBe('UNAUTHENTICATED')
})

test('what there is of them in the love bank is counted too: signed up, come, redeemed, certified, and whether they are listed', async () => {
  const who = 'resident-grid-6'
  expect((await ask(who)).ranking).toBeNull()
  await certified(world)
  await giveTo(world, who, 10)
  await setAside(world, await offer(world))
  await world.ask(who, 'activities.setRanking', { isListed: true, isAdult: true })
  const { counts, ranking } = await ask(who)
  expect(counts).toMatchObject({ signups: 1, checkIns: 1, redemptions: 1, certificates: 1 })
  expect(ranking).toEqual({ isListed: true, at: expect.any(String) })
  expect((await ask('resident-grid-7')).counts).toMatchObject({
    signups: 0,
    checkIns: 0,
    redemptions: 0,
    certificates: 0,
  })
})

test('what somebody said and did in consultations is counted: proposed, stood behind, spoken about and voted on', async () => {
  const { id } = await votedOn(world)
  await world.ask(neighbour, 'consultations.setSupport', { id, isOn: true })
  await world.ask(neighbour, 'consultations.addComment', { id, text: '赞成' })
  await world.ask(neighbour, 'consultations.castBallot', { id, optionId: 'option-1' })
  expect((await ask(proposer)).counts).toMatchObject({ topics: 1, supports: 0, comments: 0, ballots: 0 })
  expect((await ask(neighbour)).counts).toMatchObject({ topics: 0, supports: 1, comments: 1, ballots: 1 })
})

test('the consents they have signed in are named, with how often; nobody else reads that they did', async () => {
  expect((await ask(owner)).signed).toEqual([])
  await makeOwner(world, owner)
  const first = await opened(world, { title: '停车位' })
  const second = await opened(world, { title: '充电棚' })
  await sign(world, owner, first, 'agree')
  await sign(world, owner, first, 'disagree')
  world.clock.now += 60_000
  await sign(world, owner, second, 'abstain')
  expect((await ask(owner)).signed).toEqual([
    { id: second, title: '充电棚', lines: 1, lastAt: expect.any(String) as string },
    { id: first, title: '停车位', lines: 2, lastAt: expect.any(String) as string },
  ])
  expect((await ask('resident-grid-7')).signed).toEqual([])
})
