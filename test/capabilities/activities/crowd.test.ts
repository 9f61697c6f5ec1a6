import { createDispatch } from '@cloud/runtime/dispatch'
import type { CapabilityName } from '@/shared/contracts'
import { underwayMs } from '@/shared/domain/activities/tickets'
import { useWorld } from '../world'
import { at, desk, sessionOf, volunteer } from './shared'

// Every request of the functions takes a round trip, as it does between a function and its database.
const world = useWorld({ latencyMs: 5 })
const name = 'activities.signUp' satisfies CapabilityName

test('two hundred at once for fifty places: exactly fifty have one, and the waiting list is in order without a gap', async () => {
  const id = await sessionOf(world, { capacity: 50 })
  const people = world
    .documents('persons')
    .filter((one) => one.communityId === 'xinsheng' && one.openid && !one.isNewcomer && !one.leavesAt)
  const like = people.find(({ _id }) => _id === volunteer)!
  const crowd = Array.from({ length: 200 }, (_, at) => ({ ...like, _id: `crowd-${at}`, openid: `crowd-openid-${at}` }))
  world.cloud.insertDocuments('persons', crowd)
  const dispatch = createDispatch(world.runtime)
  const send = (openid: string, which: number) =>
    dispatch(
      { capability: name, input: { id }, requestId: `crowd-request-${String(which).padStart(6, '0')}` },
      { openid, requestId: 'crowd' },
    )
  // A telephone whose line is cut asks again with the same request id; what its first try took may be lost.
  const persist = async (openid: string, which: number) => {
    for (let tries = 1; ; tries++) {
      const answer = await send(openid, which)
      if (answer.ok) return answer.data as { standing: string }
      if (answer.error.code !== 'INTERNAL' || tries === 5) throw new Error(answer.error.code)
    }
  }
  const answers = await Promise.all(crowd.map(({ openid }, which) => persist(openid, which)))
  at(world, world.clock.now + underwayMs)
  const { rows } = await world.ask(desk, 'activities.getRoster', { id })
  expect(new Set(rows.map(({ personId }) => personId)).size).toBe(200)
  expect(rows.map(({ standing }) => standing)).toEqual([
    ...Array.from({ length: 50 }, () => 'place'),
    ...Array.from({ length: 150 }, () => 'waiting'),
  ])
  const placed = rows.slice(0, 50).map(({ personId }) => personId)
  const told = answers.flatMap(({ standing }, which) => (standing === 'place' ? [`crowd-${which}`] : []))
  expect(told.filter((personId) => !placed.includes(personId))).toEqual([])
  expect(told.length).toBeGreaterThan(0)
  // Whoever was told to wait does wait; the others were told that it was not known yet.
  const waits = answers.flatMap(({ standing }, which) => (standing === 'waiting' ? [`crowd-${which}`] : []))
  expect(waits.filter((personId) => placed.includes(personId))).toEqual([])
  expect(told.length + waits.length + answers.filter(({ standing }) => standing === 'pending').length).toBe(200)
})
