import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { approved, deliberated, desk, fangshi, foreigner, owner, photo, projectOf, seenAt, stranger } from './story'

const world = useWorld()
const name = 'projects.setWorks' satisfies CapabilityName
const works = { what: '清运、种草', startOn: '2026-11-25', pairs: [], sites: [] }
const ten = Array.from({ length: 12 }, (_, at) => `building-${at < 10 ? '1' : '2'}-${at < 10 ? at + 1 : at - 9}`)

test('the same place before and after is one pair; a photo it shows stays while others are added; twice is once', async () => {
  const id = await approved(world)
  const before = await photo(world, owner)
  const input = { id, seenAt: seenAt(world, id), ...works, pairs: [{ spot: '南侧围墙边', beforeId: before }] }
  expect(await expectOnce(world, owner, name, input, { ...input, what: '别的' })).toEqual({
    days: 9,
    progressTenths: null,
  })
  const kept = projectOf(world, id).works!.pairs[0]!.beforeId
  expect(kept).not.toBe(before)
  const afterId = await photo(world, owner)
  await world.ask(owner, name, {
    ...input,
    seenAt: seenAt(world, id),
    pairs: [{ spot: '南侧围墙边', beforeId: kept, afterId }],
  })
  const { works: shown } = await world.ask(stranger, 'projects.getProject', { id })
  expect(shown!.pairs).toMatchObject([{ spot: '南侧围墙边', before: { id: kept }, after: {} }])
})

test('a pair that is taken out goes with its photos, and the others stay', async () => {
  const id = await approved(world)
  const [first, second] = [await photo(world, owner), await photo(world, owner)]
  const pairs = [
    { spot: '南侧', beforeId: first },
    { spot: '北侧', beforeId: second },
  ]
  await world.ask(owner, name, { id, seenAt: seenAt(world, id), ...works, pairs })
  const [south, north] = projectOf(world, id).works!.pairs
  const urls = (await world.ask(stranger, 'projects.getProject', { id })).works!.pairs.map(({ before }) => before.url)
  const statuses = () => Promise.all(urls.map(async (url) => (await fetch(url)).status))
  expect(await statuses()).toEqual([200, 200])
  await world.ask(owner, name, {
    id,
    seenAt: seenAt(world, id),
    ...works,
    pairs: [{ spot: '北侧', beforeId: north!.beforeId }],
  })
  const { works: shown } = await world.ask(stranger, 'projects.getProject', { id })
  expect(shown!.pairs).toMatchObject([{ spot: '北侧', before: { id: north!.beforeId } }])
  // It is gone, and not only out of sight: nobody puts it back.
  const back = [{ spot: '南侧', beforeId: south!.beforeId }]
  expect(await world.refusalOf(owner, name, { id, seenAt: seenAt(world, id), ...works, pairs: back })).toBe(
    'FILE_NOT_YOURS',
  )
  expect(await statuses()).toEqual([404, 200])
})

test('twelve buildings are one weighted progress', async () => {
  const id = await approved(world)
  const sites = ten.map((buildingId, at) => ({ buildingId, weight: at < 10 ? 3 : 1, percent: at < 5 ? 100 : 0 }))
  expect(await world.ask(owner, name, { id, seenAt: seenAt(world, id), ...works, sites })).toEqual({
    days: 9,
    progressTenths: 468,
  })
  const { sites: named } = await world.ask(stranger, 'projects.getProject', { id })
  expect([named.length, named[0]!.name, named[11]!.name]).toEqual([12, '鑫盛嘉园1号楼', '房石小区2号楼'])
})

test('WORKS_DAYS_UNFIT, BUILDING_UNKNOWN, and INVALID_INPUT for an area of 0 or −3, a photo or a place twice', async () => {
  const id = await approved(world)
  await expectRefused(world, 'WORKS_DAYS_UNFIT', owner, name, {
    id,
    seenAt: seenAt(world, id),
    ...works,
    endOn: '2026-11-24',
  })
  const site = { buildingId: 'b-building-1-1', weight: 1, percent: 0 }
  await expectRefused(world, 'BUILDING_UNKNOWN', owner, name, {
    id,
    seenAt: seenAt(world, id),
    ...works,
    sites: [site],
  })
  for (const areaSquareMeters of [0, -3])
    await expectRefused(world, 'INVALID_INPUT', owner, name, {
      id,
      seenAt: seenAt(world, id),
      ...works,
      areaSquareMeters,
    })
  const known = { ...site, buildingId: fangshi[0] }
  for (const changes of [{ weight: 0 }, { percent: 101 }, { percent: -1 }])
    await expectRefused(world, 'INVALID_INPUT', owner, name, {
      id,
      seenAt: seenAt(world, id),
      ...works,
      sites: [{ ...known, ...changes }],
    })
  await expectRefused(world, 'INVALID_INPUT', owner, name, {
    id,
    seenAt: seenAt(world, id),
    ...works,
    sites: [known, known],
  })
  const beforeId = await photo(world, owner)
  const one = { spot: '南侧', beforeId }
  await expectRefused(world, 'INVALID_INPUT', owner, name, {
    id,
    seenAt: seenAt(world, id),
    ...works,
    pairs: [one, { ...one, spot: '北侧' }],
  })
  const other = await photo(world, owner)
  await expectRefused(world, 'INVALID_INPUT', owner, name, {
    id,
    seenAt: seenAt(world, id),
    ...works,
    pairs: [one, { ...one, beforeId: other }],
  })
})

test('WORKS_NOT_NOW before approval; FILE_NOT_YOURS for somebody else’s photo, which stays theirs', async () => {
  const early = await deliberated(world)
  await expectRefused(world, 'WORKS_NOT_NOW', owner, name, { id: early, seenAt: seenAt(world, early), ...works })
  const id = await approved(world)
  const foreign = await photo(world, stranger)
  const pairs = [{ spot: '南侧', beforeId: foreign }]
  await expectRefused(world, 'FILE_NOT_YOURS', owner, name, { id, seenAt: seenAt(world, id), ...works, pairs })
  const words = await world.upload(owner, new TextEncoder().encode('no picture at all, only words'))
  expect(
    await world.refusalOf(owner, name, {
      id,
      seenAt: seenAt(world, id),
      ...works,
      pairs: [{ spot: '南侧', beforeId: words }],
    }),
  ).toBe('FILE_NOT_AN_IMAGE')
})

test('FORBIDDEN to whoever does not answer for it, NOT_FOUND to another community', async () => {
  const id = await approved(world)
  for (const persona of [stranger, 'worker-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, seenAt: seenAt(world, id), ...works })
  await expectAbsent(world, foreigner, name, id, (one) => ({ id: one, seenAt: seenAt(world, id), ...works }))
})

describe('of two who change the works', () => {
  /** A project with one pair, which both have read, and the ways either may save it. */
  const read = async () => {
    const id = await approved(world)
    const first = [{ spot: '南侧', beforeId: await photo(world, owner) }]
    await world.ask(owner, name, { id, seenAt: seenAt(world, id), ...works, pairs: first })
    const seen = { id, seenAt: seenAt(world, id), ...works }
    const [known] = projectOf(world, id).works!.pairs
    return { id, seen, known: { spot: '南侧', beforeId: known!.beforeId } }
  }
  const shown = async (fileIds: readonly string[]) => (await world.runtime.files.urlsOf(fileIds)).size
  const photosOf = (id: string) => projectOf(world, id).works!.pairs.map(({ beforeId }) => beforeId)

  test('the later is told, drops nothing of the other and keeps the photos', async () => {
    const { id, seen, known } = await read()
    world.clock.now += 1000
    await world.ask(desk, name, { ...seen, pairs: [known, { spot: '北侧', beforeId: await photo(world, desk) }] })
    const mine = await photo(world, owner)
    const late = { ...seen, pairs: [known, { spot: '东侧', beforeId: mine }] }
    await expectRefused(world, 'WORKS_CHANGED', owner, name, late)
    expect(await shown([...photosOf(id), mine])).toBe(3)
    await world.ask(owner, name, { ...seen, seenAt: seenAt(world, id), pairs: [{ spot: '东侧', beforeId: mine }] })
    expect(photosOf(id)).toHaveLength(1)
  })

  test.each([1000, 0])(
    'at once nothing is shown that was removed, and who is told keeps the photos (written %d ms after the reading)',
    async (later) => {
      const { id, seen, known } = await read()
      world.clock.now += later
      const added = { spot: '北侧', beforeId: await photo(world, owner) }
      const answers = await Promise.all([
        world.refusalOf(desk, name, { ...seen, pairs: [] }),
        world.refusalOf(owner, name, { ...seen, pairs: [known, added] }),
      ])
      // Within one millisecond both may be written, one after the other.
      const told =
        later > 0
          ? [['WORKS_CHANGED', 'ok']]
          : [
              ['WORKS_CHANGED', 'ok'],
              ['ok', 'ok'],
            ]
      expect(told).toContainEqual([...answers].sort())
      expect(await shown(photosOf(id))).toBe(photosOf(id).length)
      if (answers[1] !== 'ok') expect(await shown([added.beforeId])).toBe(1)
    },
  )

  test('a photo that was taken out meanwhile is not shown again, though both were written in one millisecond', async () => {
    const { id, seen, known } = await read()
    const { store } = world.runtime
    const { transact } = store
    jest.spyOn(store, 'transact').mockImplementationOnce(async (body) => {
      // Removed between the reading and the writing of the other.
      await store.projects.updateWhere({ _id: id }, { works: { ...projectOf(world, id).works!, pairs: [] } })
      return transact(body)
    })
    const answer = await world.refusalOf(owner, name, { ...seen, pairs: [known] })
    jest.restoreAllMocks()
    expect([answer, photosOf(id)]).toEqual(['WORKS_CHANGED', []])
  })
})
