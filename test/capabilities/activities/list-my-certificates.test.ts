import type { CapabilityName } from '@/shared/contracts'
import { toInstant } from '@/shared/kernel/time'
import { allPages, useWorld } from '../world'
import { certified } from './certificates'
import { end, neighbour, volunteer } from './shared'

const world = useWorld()
const name = 'activities.listMyCertificates' satisfies CapabilityName

test('one’s own, the newest first, also those that are good no more; nobody else’s', async () => {
  const { id } = await certified(world)
  await world.ask(volunteer, 'activities.withdrawCertificate', { id })
  const [like] = world.documents('certificates')
  const more = Array.from({ length: 44 }, (_, at) => ({
    ...like!,
    _id: `certificate-${at}`,
    issuedAt: toInstant(end + at * 1000),
  }))
  world.cloud.insertDocuments('certificates', more)
  const rows = await allPages(async (cursor) => {
    const { certificates, next } = await world.ask(volunteer, name, { cursor })
    return { rows: certificates, next }
  })
  expect(rows).toHaveLength(45)
  expect(new Set(rows.map((row) => row.id)).size).toBe(45)
  expect(rows.map(({ issuedAt }) => issuedAt)).toEqual([...rows.map(({ issuedAt }) => issuedAt)].sort().reverse())
  expect(rows.every(({ state }) => state === 'withdrawn')).toBe(true)
  expect((await world.ask(neighbour, name, {})).certificates).toEqual([])
})
