import type { CapabilityName } from '@/shared/contracts'
import { foldService } from '@cloud/jobs/fold-service'
import { serve } from '../activities/certificates'
import { neighbour, volunteer } from '../activities/shared'
import { bytesOf, linesOf, sheetOf } from '../issues/exported'
import { giveTo } from '../lovebank/members'
import { expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'insight.exportService' satisfies CapabilityName
const desk = 'community-worker-1'
const span = { from: '2026-10', to: '2026-12' }

const filled = async (): Promise<void> => {
  await serve(world)
  await serve(world, { theme: 'litter' }, neighbour)
  await giveTo(world, volunteer, 5)
  const fold = () => foldService({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
  await fold()
  world.clock.now = Date.parse('2026-12-20T01:00:00.000Z')
  await giveTo(world, neighbour, -1)
  await fold()
}

test('the file adds up to what the page says, column by column, in both formats', async () => {
  await filled()
  const { months, total } = await world.ask(desk, 'insight.getService', span)
  const read = {
    csv: async () => linesOf(await bytesOf(world, desk)),
    xlsx: async () => sheetOf(await bytesOf(world, desk)),
  }
  for (const format of ['csv', 'xlsx'] as const) {
    world.clock.now += 1000
    const made = await world.ask(desk, name, { ...span, format })
    expect(made).toMatchObject({
      state: 'ready',
      unit: 'months',
      total: 2,
      name: `志愿服务数据-2026-10至2026-12.${format}`,
    })
    const [heads = [], ...rows] = await read[format]()
    const at = (head: string) => heads.indexOf(head)
    const column = (head: string) => rows.slice(0, -1).map((row) => Number(row[at(head)]))
    const added = (head: string) => column(head).reduce((sum, one) => sum + one, 0)
    const minutes = (field: 'counted' | 'honour') => total.themes.reduce((sum, one) => sum + one[field], 0)
    expect({
      months: rows.map((row) => row[0]),
      times: added('参加人次'),
      counted: added('计分时长（分钟）'),
      honour: added('荣誉时长（分钟）'),
      elders: added('爱老（分钟）'),
      issued: added('发放积分') * 2,
      adjusted: added('更正积分') * 2,
      captured: added('兑换积分') * 2,
      expired: added('到期积分') * 2,
      active: column('活跃人数'),
      outstanding: column('月末未用积分').map((points) => points * 2),
    }).toEqual({
      months: ['2026-11', '2026-12', '合计'],
      times: total.times,
      counted: minutes('counted'),
      honour: minutes('honour'),
      elders: 120,
      ...total.points,
      active: months.map(({ active }) => active),
      outstanding: months.map(({ outstanding }) => outstanding),
    })
    const sums = rows.at(-1)!
    for (const head of ['参加人次', '计分时长（分钟）', '发放积分', '更正积分'])
      expect([head, Number(sums[at(head)])]).toEqual([head, added(head)])
  }
})

test('once, however often it was sent; it stands in the list of one’s own, and names nobody', async () => {
  await filled()
  const made = await expectOnce(world, desk, name, { ...span, format: 'csv' }, { ...span, format: 'xlsx' })
  const { exports } = await world.ask(desk, 'issues.listExports', {})
  expect(exports).toMatchObject([{ id: made.id, unit: 'months', url: expect.any(String) }])
  const text = (await bytesOf(world, desk)).toString('utf8')
  for (const { name: person } of world.documents('persons').slice(0, 50)) expect(text).not.toContain(person)
  expect((await world.ask('administrator-1', 'issues.listExports', {})).exports).toEqual([])
})

test('EXPORT_EMPTY where nothing was reckoned; FORBIDDEN to residents and grid workers', async () => {
  await expectRefused(world, 'EXPORT_EMPTY', desk, name, { ...span, format: 'csv' })
  for (const persona of ['resident-grid-6', 'worker-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { ...span, format: 'csv' })
})
