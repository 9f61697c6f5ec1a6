import { openTestCloud, type TestCloud } from '../../support/cloud'
import { jpeg } from '../../support/images'

let world: TestCloud
beforeAll(async () => {
  world = await openTestCloud()
})
afterAll(() => world.close())

const shownBytes = async (id: string, persona: string): Promise<string> => {
  const { photos } = await world.ask(persona, 'issues.getIssue', { id })
  return Buffer.from(await (await fetch(photos[0]!.url)).arrayBuffer()).toString('latin1')
}

test('a photo cannot be exchanged by whoever still holds its upload address', async () => {
  const bytes = jpeg()
  const place = await world.ask('resident-grid-6', 'files.beginUpload', {
    purpose: 'issue',
    bytes: bytes.length,
    contentType: 'image/jpeg',
  })
  const put = (body: Uint8Array) => fetch(place.url, { method: 'PUT', headers: place.headers, body: Buffer.from(body) })
  await put(bytes)
  const { id } = await world.ask('resident-grid-6', 'issues.reportIssue', {
    classCode: 'litter',
    text: '门口有垃圾',
    place: { words: '门口' },
    fileIds: [place.fileId],
  })
  const before = await shownBytes(id, 'community-worker-1')
  expect((await put(Buffer.from('<html><script>alert(1)</script></html>'))).ok).toBe(true)
  expect(await shownBytes(id, 'community-worker-1')).toBe(before)
})

test('the photo of a report does not serve as the photo of its result', async () => {
  const fileId = await world.upload('worker-grid-6', jpeg())
  const { id } = await world.ask('worker-grid-6', 'issues.reportIssue', {
    classCode: 'litter',
    text: '巡查看到一堆垃圾',
    place: { buildingId: 'building-12-1' },
    fileIds: [fileId],
    source: 'patrol',
  })
  const answer = await world.refusalOf('worker-grid-6', 'issues.moveIssue', {
    id,
    move: 'submit',
    result: 'resolved',
    sentence: '已清走',
    fileIds: [fileId],
  })
  expect(answer).toBe('FILE_NOT_YOURS')
})

test('a step refused over one photo leaves the others free for the next try', async () => {
  const own = await world.upload('resident-grid-6', jpeg())
  const foreign = await world.upload('resident-grid-5', jpeg())
  const report = { classCode: 'litter', text: '垃圾', place: { words: '门口' } }
  expect(await world.refusalOf('resident-grid-6', 'issues.reportIssue', { ...report, fileIds: [own, foreign] })).toBe(
    'FILE_NOT_YOURS',
  )
  expect(await world.refusalOf('resident-grid-6', 'issues.reportIssue', { ...report, fileIds: [own] })).toBe('ok')
})
