import { lapseAdoptions } from '@cloud/jobs/lapse-adoptions'
import { adoptionWithout } from '@/shared/domain/issues/adoption'
import { adopt, adopter, adoptionOf, desk } from '../capabilities/issues/adopted'
import { useWorld } from '../capabilities/world'

const world = useWorld()
const at = async (day: string) => {
  world.clock.now = Date.parse(`${day}T01:00:00.000Z`)
  const { store, files } = world.runtime
  return (await lapseAdoptions({ store, files, now: world.clock.now })).done
}
const toldOf = (id: string, recipientId: string) =>
  world
    .documents('notices')
    .filter((notice) => notice.subject.id === id && notice.recipientId === recipientId)
    .map(({ text }) => text)
const keepUp = async (id: string, days: readonly string[]) => {
  for (const day of days) {
    world.clock.now = Date.parse(`${day}T01:00:00.000Z`)
    await world.ask(adopter, 'issues.noteUpkeep', { id, text: '捡了' })
  }
}

test('seven days before the end its adopter is reminded, the day after it goes back to the community by name: once each', async () => {
  const id = await adopt(world)
  await keepUp(id, ['2026-12-02', '2026-12-16'])
  expect(await at('2026-12-16')).toBe(0)
  expect([await at('2026-12-17'), await at('2026-12-17'), await at('2026-12-24')]).toEqual([1, 0, 0])
  expect(toldOf(id, adopter)).toContain('认养到 2026 年 12 月 24 日期满。想继续的话，请联系社区续期。')
  expect([await at('2026-12-25'), await at('2026-12-26')]).toEqual([1, 0])
  expect(adoptionOf(world, id)).toMatchObject({
    state: 'lapsed',
    endReason: '认养期已满',
    custodian: { personId: desk },
  })
  expect(toldOf(id, adopter)).toHaveLength(3)
  expect(toldOf(id, desk)).toEqual(['有一块认养的绿地交回社区（认养期已满），现在由您负责照看。'])
})

test('two turns in a row without a note give it back; one does not; renewing brings it back', async () => {
  const id = await adopt(world)
  await keepUp(id, ['2026-11-27'])
  expect(await at('2026-12-11')).toBe(0)
  expect(await at('2026-12-12')).toBe(1)
  expect(adoptionOf(world, id)).toMatchObject({ state: 'lapsed', endReason: '连续两次没有养护记录' })
  await world.ask(desk, 'issues.renewAdoption', { id, to: '2026-12-31' })
  expect(adoptionOf(world, id)).toMatchObject({ state: 'active', from: '2026-12-12', custodian: null })
  expect(await at('2026-12-13')).toBe(0)
})

test('a duty of twice a day is missed after two whole days', async () => {
  const id = await adopt(world, {
    adopter: { kind: 'community' },
    duty: { what: '捡拾垃圾', times: 2, everyDays: 1 },
  })
  expect(await at('2026-11-26')).toBe(0)
  expect(await at('2026-11-27')).toBe(1)
  expect(adoptionOf(world, id).custodian?.personId).toBe(desk)
})

test('an adopter who leaves takes their name along; the plot stays', async () => {
  const left = adoptionWithout(adoptionOf(world, await adopt(world)), adopter)
  expect(left.adopter).toMatchObject({ personId: null, householdId: null, name: '已注销居民', isNamed: false })
  expect(left.plot.name).toBe('王舍路南侧绿地')
})
