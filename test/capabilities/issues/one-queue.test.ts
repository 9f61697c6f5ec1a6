import { letIn, openOutside } from '../../web/outside'
import { issueOf, report, useWorld } from '../world'

const world = useWorld()
const [resident, worker, desk] = ['resident-grid-6', 'worker-grid-6', 'community-worker-1'] as const

const assistanceOf = async (persona: string): Promise<string> =>
  (await world.ask(persona, 'residents.beginAssistance', { personId: resident, purpose: '不会用手机' })).id

test('whatever way a finding comes in, it becomes one kind of issue in one queue, and says where it came from', async () => {
  await letIn(world)
  const [building] = world.documents('buildings').filter(({ gridId }) => gridId === 'grid-6')
  const outside = await openOutside(world).post({
    service_code: 'litter',
    description: '楼道里有垃圾',
    address_id: building!._id,
  })
  const [handedIn] = JSON.parse(outside.body) as { service_request_id: string }[]
  const filed = {
    resident: await report(world, resident),
    patrol: await report(world, worker, { source: 'patrol' }),
    visit: await report(world, worker, { assistanceId: await assistanceOf(worker) }),
    desk: await report(world, desk, { assistanceId: await assistanceOf(desk) }),
    import: handedIn!.service_request_id,
  }
  const { issues } = await world.ask(worker, 'issues.listQueue', { view: 'mine' })
  expect(issues.map(({ id }) => id).sort()).toEqual(Object.values(filed).sort())
  for (const [source, id] of Object.entries(filed)) {
    expect(issueOf(world, id).source).toBe(source)
    expect(await world.ask(worker, 'issues.getIssue', { id })).toMatchObject({ source, owner: { personId: worker } })
  }
})
