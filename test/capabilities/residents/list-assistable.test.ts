import { expectRefused, useWorld } from '../world'
import { begin, door, head, otherDoor } from './assist'

const world = useWorld()
const name = 'residents.listAssistable'
const person = (id: string) => world.documents('persons').find(({ _id }) => _id === id)!
const found = async (persona: string, search: string) => (await world.ask(persona, name, { search })).people

test('whose name begins as typed, within one’s reach: name and home, nothing else', async () => {
  const { name: called } = person('resident-grid-6')
  const people = await found('worker-grid-6', called.slice(0, 1))
  expect(people).toContainEqual({ personId: 'resident-grid-6', name: called, householdLabel: expect.any(String) })
  for (const one of people) expect(Object.keys(one).sort()).toEqual(['householdLabel', 'name', 'personId'])
  expect(await found('worker-grid-6', called)).toContainEqual(expect.objectContaining({ name: called }))
})

test('nobody out of reach is found, whatever is typed; the desk finds everybody of its community', async () => {
  const { name: called } = person('resident-grid-6')
  expect((await found('worker-grid-7', called)).map(({ personId }) => personId)).not.toContain('resident-grid-6')
  expect(await found('b-community-worker-1', called)).toEqual([])
  expect((await found('community-worker-1', called)).map(({ personId }) => personId)).toContain('resident-grid-6')
  const surname = person('building-head-1').name.slice(0, 1)
  for (const { personId } of await found(head, surname)) expect(person(personId).householdId).toMatch(/^household-1-1-/)
})

test('the reach of every answer is that of beginAssistance', async () => {
  for (const persona of [head, 'worker-grid-6', 'unit-head-1'])
    for (const surname of ['王', '李', '张', '赵'])
      for (const { personId } of await found(persona, surname))
        expect((await world.send(persona, 'residents.beginAssistance', { personId, purpose: '帮忙' })).ok).toBe(true)
})

test('by door: who is on record there, and NOT_FOUND for a door out of reach', async () => {
  await begin(world)
  expect((await world.ask(head, name, { householdId: door })).people.map((one) => one.name)).toContain('王奶奶')
  await expectRefused(world, 'NOT_FOUND', head, name, { householdId: otherDoor })
  await expectRefused(world, 'NOT_FOUND', head, name, { householdId: 'nothing' })
})

test('more than a page is said to be cut', async () => {
  const like = person('resident-grid-6')
  world.cloud.insertDocuments(
    'persons',
    Array.from({ length: 30 }, (_, at) => ({ ...like, _id: `like-${at}`, openid: `like-${at}`, name: `欧阳${at}` })),
  )
  const answer = await world.ask('community-worker-1', name, { search: '欧阳' })
  expect([answer.people.length, answer.isCut]).toEqual([20, true])
  expect((await world.ask('community-worker-1', name, { search: '欧阳29' })).isCut).toBe(false)
})

test('neither or both is refused; FORBIDDEN for residents', async () => {
  for (const input of [{}, { search: '王', householdId: door }])
    expect((await expectRefused(world, 'INVALID_INPUT', head, name, input)).fields).toEqual({
      search: '请写姓名，或选门牌号',
    })
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, { search: '王' })
})
