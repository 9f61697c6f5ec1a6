import { sweepNotes } from '@cloud/jobs/remove-notes'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { expectRefused, useWorld, written } from '../world'
import { counted, desk, householdOf, jobContext, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()
const [first, second] = ['hub-1', 'volunteer-1']

const prepared = async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world, { counterIds: [first, second] })
  await sign(world, owner, id, 'disagree')
  const { pseudonym, label } = householdOf(world, id, householdId)
  return { id, pseudonym, label }
}

test('two sworn counters together open one line, once, after the count, and that they did stays on record', async () => {
  const { id, pseudonym, label } = await prepared()
  await counted(world, id)
  const ask = { id, pseudonym, reason: '本人要求核对' }
  const asked = await world.ask(first, 'consents.askUnsealing', ask)
  expect(asked).toMatchObject({ canConfirm: false, confirmedByName: null })
  await expectRefused(world, 'UNSEALING_OWN', first, 'consents.confirmUnsealing', { id: asked.id })
  for (const other of [desk, owner, 'worker-grid-6'])
    await expectRefused(world, 'NOT_FOUND', other, 'consents.confirmUnsealing', { id: asked.id })
  const { name } = world.documents('persons').find(({ _id }) => _id === owner)!
  expect(await world.ask(second, 'consents.confirmUnsealing', { id: asked.id })).toEqual({
    label,
    signerName: name,
    goneFor: null,
    answer: 'disagree',
    channel: 'online',
  })
  await expectRefused(world, 'UNSEALING_OVER', second, 'consents.confirmUnsealing', { id: asked.id })
  // What was opened is kept nowhere, not even as the reply to a repeated request.
  expect(
    written(world)
      .split('\n')
      .find((line) => line.startsWith('requests')),
  ).not.toContain(label)
  const { unsealings } = await world.ask(desk, 'consents.listUnsealings', { id })
  expect(unsealings).toMatchObject([{ pseudonym, reason: '本人要求核对', canConfirm: false }])
  expect(JSON.stringify(unsealings)).not.toMatch(/agree|陶埙苑/)
})

test('a request that nobody confirms within a day is over', async () => {
  const { id, pseudonym } = await prepared()
  await counted(world, id)
  const { id: asked } = await world.ask(first, 'consents.askUnsealing', { id, pseudonym, reason: '核对' })
  world.clock.now += dayMs
  await expectRefused(world, 'UNSEALING_OVER', second, 'consents.confirmUnsealing', { id: asked })
})

test('where the signer has left, or the term of signatures is over, it says so and opens what is left: the door and what it said', async () => {
  const { id, pseudonym, label } = await prepared()
  await counted(world, id)
  const open = async () => {
    const asked = await world.ask(first, 'consents.askUnsealing', { id, pseudonym, reason: '核对' })
    return world.ask(second, 'consents.confirmUnsealing', { id: asked.id })
  }
  await world.runtime.store.transact((tx) => tx.consentNotes.remove(world.documents('consentNotes')[0]!._id))
  const left = { label, signerName: null, answer: 'disagree', channel: 'online' }
  expect(await open()).toEqual({ ...left, goneFor: 'left' })
  await world.runtime.store.consents.updateWhere({ _id: id }, { notesGoneAt: toInstant(world.clock.now) })
  expect(await open()).toEqual({ ...left, goneFor: 'term' })
})

test('while a run that ends the term is half done, it is the term and not the signer that has ended', async () => {
  const { id, pseudonym } = await prepared()
  const other = await makeOwner(
    world,
    stranger,
    world.documents('consentHouseholds').find((one) => one.sequence === 0)!.householdId,
  )
  await sign(world, stranger, id, 'agree')
  await counted(world, id)
  world.clock.now = Date.parse(world.documents('consents').find(({ _id }) => _id === id)!.notesUntil!)
  const both = [pseudonym, householdOf(world, id, other).pseudonym]
  const asked = await Promise.all(
    both.map((one) => world.ask(first, 'consents.askUnsealing', { id, pseudonym: one, reason: '核对' })),
  )
  world.clock.now += 1
  expect(await sweepNotes(jobContext(world), 1)).toBe(1)
  const opened = await Promise.all(asked.map((one) => world.ask(second, 'consents.confirmUnsealing', { id: one.id })))
  expect(opened.map(({ goneFor }) => goneFor).sort()).toEqual([null, 'term'])
})

test('of a home that said nothing no signer is missing', async () => {
  const { id } = await prepared()
  await counted(world, id)
  const { pseudonym } = world.documents('consentHouseholds').find(({ sequence }) => sequence === 0)!
  const asked = await world.ask(first, 'consents.askUnsealing', { id, pseudonym, reason: '核对' })
  expect(await world.ask(second, 'consents.confirmUnsealing', { id: asked.id })).toMatchObject({
    signerName: null,
    goneFor: null,
    answer: null,
  })
})
