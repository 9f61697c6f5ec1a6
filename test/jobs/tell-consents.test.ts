import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import {
  contact,
  counted,
  desk,
  makeContact,
  makeOwner,
  opened,
  owner,
  runCounting,
  runTelling,
  sign,
  stranger,
} from '../capabilities/consents/asked'
import { useWorld } from '../capabilities/world'

const world = useWorld()
const second = 'resident-grid-5'
const hourMs = 60 * minuteMs

const deliver = async () => {
  const { store, files } = world.runtime
  await deliverAnnouncements({ store, files, now: world.clock.now })
}
/** What the inbox of each of these holds about a consent, by title. */
const told = async (id: string) => {
  await deliver()
  const about = world.documents('notices').filter(({ subject }) => subject?.kind === 'consent' && subject.id === id)
  const of = (persona: string) => about.filter(({ recipientId }) => recipientId === persona).map(({ title }) => title)
  return { owner: of(owner), second: of(second), contact: of(contact), desk: of(desk), stranger: of(stranger) }
}

test('owners are told when it opens, a day before it ends and when it is published, alike whether they have answered; contacts too', async () => {
  const home = await makeOwner(world, owner)
  await makeOwner(world, second, 'household-12-1-1-102')
  const id = await opened(world)
  await makeContact(world, id, home)
  await sign(world, owner, id, 'disagree')
  const asked = (await told(id)).owner
  expect(asked).toEqual(['请您家表达意见'])
  expect(await runTelling(world)).toEqual({ done: 0 })
  world.clock.now += 11 * dayMs - hourMs
  expect(await runTelling(world)).toEqual({ done: 0 })
  world.clock.now += hourMs
  expect(await runTelling(world)).toEqual({ done: 1 })
  expect(await runTelling(world)).toEqual({ done: 0 })
  const ending = await told(id)
  expect([ending.owner, ending.second]).toEqual(Array(2).fill([...asked, '征询快截止了']))
  expect(ending.contact.at(-1)).toBe('征询快截止了')
  expect(ending.stranger).toEqual([])

  world.clock.now += dayMs
  expect(await runTelling(world)).toEqual({ done: 0 })
  await runCounting(world)
  world.clock.now += 61_000
  await runCounting(world)
  expect(await runTelling(world)).toEqual({ done: 0 })
  await world.ask(desk, 'consents.publishConsent', { id })
  expect(await runTelling(world)).toEqual({ done: 1 })
  expect(await runTelling(world)).toEqual({ done: 0 })
  const after = await told(id)
  expect([after.owner.at(-1), after.second.at(-1), after.contact.at(-1)]).toEqual(Array(3).fill('征询结果公布了'))
  expect(after.stranger).toEqual([])
  const texts = world.documents('notices').flatMap(({ subject, text }) => (subject?.kind === 'consent' ? [text] : []))
  expect(texts.filter((text) => /不同意的?人|拒绝|名单/.test(text))).toEqual([])
})

test('answers are taken until the end though a reminder is due in between, and one that ends early reminds nobody', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  world.clock.now += 11.5 * dayMs
  await runCounting(world)
  expect((await world.ask(owner, 'consents.getConsent', { id })).isOpen).toBe(true)
  await sign(world, owner, id, 'agree')
  await counted(world, id)
  expect(await runTelling(world)).toEqual({ done: 0 })
  expect((await told(id)).owner).toEqual(['请您家表达意见'])
})

test('of one that ends within two days they have just been told; no second word', async () => {
  await makeOwner(world, owner)
  const id = await opened(world, { closesAt: toInstant(world.clock.now + 1.5 * dayMs) })
  world.clock.now += dayMs
  expect(await runTelling(world)).toEqual({ done: 0 })
  expect((await told(id)).owner).toEqual(['请您家表达意见'])
})

test('whoever asked is told, with figures, when three days have brought next to nothing', async () => {
  await makeOwner(world, owner)
  const [quiet, lively] = [await opened(world), await opened(world)]
  world.clock.now += 11 * dayMs
  await sign(world, owner, lively, 'agree')
  expect(await runTelling(world)).toEqual({ done: 2 })
  expect((await told(quiet)).desk).toEqual(['征询三天里几乎没有进展'])
  expect((await told(lively)).desk).toEqual([])
  const doors = world.documents('households').filter((one) => one.buildingId === 'building-12-1').length
  const warning = world.documents('notices').find(({ _id }) => _id === `standstill:${quiet}`)!
  expect(warning.text).toContain(`最近三天只多了 0 户同意，不到 ${doors} 户的 1%；还有 ${doors} 户没有意见`)
})
