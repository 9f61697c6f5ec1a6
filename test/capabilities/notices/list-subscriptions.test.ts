import { expectCode, useWorld } from '../world'

const world = useWorld()
const name = 'notices.listSubscriptions'
beforeEach(() => {
  world.runtime.templateIds = { issueProgress: 'tmpl-progress', staffTask: 'tmpl-task' }
})

test('everybody may follow their reports, whoever holds a post their tasks too', async () => {
  const keysOf = async (persona: string) =>
    (await world.ask(persona, name, {})).templates.map(({ key, templateId }) => [key, templateId])
  expect(await keysOf('resident-grid-6')).toEqual([['issueProgress', 'tmpl-progress']])
  expect(await keysOf('worker-grid-6')).toEqual([
    ['issueProgress', 'tmpl-progress'],
    ['staffTask', 'tmpl-task'],
  ])
})

test('each with how many are left, of one’s own alone', async () => {
  await world.ask('worker-grid-6', 'notices.addSubscriptions', { accepted: ['staffTask'] })
  const creditsOf = async (persona: string) =>
    (await world.ask(persona, name, {})).templates.map(({ credits }) => credits)
  expect(await creditsOf('worker-grid-6')).toEqual([0, 1])
  expect(await creditsOf('worker-grid-7')).toEqual([0, 0])
  await expectCode(world, 'UNAUTHENTICATED', null, name, {})
})

test('an account without templates offers none', async () => {
  world.runtime.templateIds = {}
  expect(await world.ask('worker-grid-6', name, {})).toEqual({ templates: [] })
})
