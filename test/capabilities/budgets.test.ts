import { issueMoveNames, type IssueMove } from '@/shared/kernel/vocabulary'
import {
  dearerMax,
  dearerRequests,
  duplicatesAtHome,
  moveRequests,
  reportRequests,
  requestsMax,
  requestsWith,
  type DearerMove,
} from './requests'
import { useWorld } from './world'

const world = useWorld()
beforeEach(() => world.ask('resident-grid-6', 'organization.listGrids', {}))

test('a report with six photos of a home, to a stand-in, keeps within its budget', async () => {
  expect(await reportRequests(world)).toBeLessThanOrEqual(requestsMax.report)
  expect(world.documents('issues')).toMatchObject([{ owner: { personId: 'worker-grid-4' }, fileIds: { length: 6 } }])
})

test.each(Object.keys(issueMoveNames) as IssueMove[])('%s keeps within its budget', async (move) => {
  expect(await moveRequests(world, move)).toBeLessThanOrEqual(requestsMax.move)
})

test.each(Object.keys(dearerMax) as DearerMove[])('an issue %s costs what is said of it', async (name) => {
  expect(await dearerRequests[name](world)).toBe(dearerMax[name])
})

test('likely duplicates around a picked home cost one request more than a list', async () => {
  expect(await duplicatesAtHome(world)).toBe(requestsMax.list + 1)
})

test('lists keep within three requests, and nothing costs more with 2,000 issues than with 10', async () => {
  const few = await requestsWith(world, 10)
  world.refill()
  const many = await requestsWith(world, 2000)
  expect(many).toEqual(few)
  for (const spent of many.slice(2)) expect(spent).toBeLessThanOrEqual(requestsMax.list)
})
