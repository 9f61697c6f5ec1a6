import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { claimPhotos, giveBack, type KeptPhoto } from '@cloud/runtime/photos'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { useWorld } from '../capabilities/world'
import { jpeg } from '../support/images'

const world = useWorld({ isRefilled: false })
const seed = Number(process.env.SEED ?? 6)
const owner = 'resident-grid-6'
const contextOf = (personId: string) => ({
  actor: { personId, communityId: 'xinsheng', name: '', isNewcomer: false, postings: [] },
  files: world.runtime.files,
})
let uses = 0
const claim = (fileIds: readonly string[], use = `use-${++uses}`, by = owner) =>
  claimPhotos(fileIds, use, contextOf(by), (bytes) => (bytes.length === unfitLength ? refuse('UNFIT') : null))
const taken = async (fileIds: readonly string[]): Promise<KeptPhoto[]> => {
  const kept = await claim(fileIds)
  if (isRefusal(kept)) throw new Error(`refused: ${kept.refused}`)
  return kept
}
const shown = async (fileIds: readonly string[]) => (await world.runtime.files.urlsOf(fileIds)).size

const unfitLength = jpeg({ padding: 777 }).length

/** What may be wrong with one of several photos, and what is then said; null of a good one. */
const kinds = {
  good: () => world.upload(owner, jpeg()),
  tagged: () => world.upload(owner, jpeg({ exif: 'GPS 36.78N' })),
  words: () => world.upload(owner, Buffer.from('这不是照片，只是名字像照片')),
  wide: () => world.upload(owner, jpeg({ width: 5000 })),
  unfit: () => world.upload(owner, jpeg({ padding: 777 })),
  others: () => world.upload('resident-grid-7', jpeg()),
  used: async () => {
    const fileId = await world.upload(owner, jpeg())
    await taken([fileId])
    return fileId
  },
} as const
type Kind = keyof typeof kinds
const isGood = (kind: Kind) => kind === 'good' || kind === 'tagged'

test(`whatever is wrong with some photos, the others can be claimed afterwards, once (SEED=${seed})`, async () => {
  const kind = fc.constantFrom(...(Object.keys(kinds) as Kind[]))
  await fc.assert(
    fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 5 }), async (asked) => {
      const fileIds = await Promise.all(asked.map((one) => kinds[one]()))
      const use = `use-${++uses}`
      const first = await claim(fileIds, use)
      expect(isRefusal(first)).toBe(!asked.every(isGood))
      // A repeated request is answered alike.
      const again = await claim(fileIds, use)
      expect(isRefusal(first) ? again : isRefusal(again)).toEqual(isRefusal(first) ? first : false)
      const good = fileIds.filter((_, at) => isGood(asked[at]!))
      if (!isRefusal(first)) return
      const kept = await taken(good)
      expect(await shown(kept.map(({ fileId }) => fileId))).toBe(good.length)
      if (good.length > 0) expect(await claim(good)).toEqual({ refused: 'FILE_NOT_YOURS' })
    }),
    { seed, numRuns: 40 },
  )
})

test('what was given back is its uploader’s again and nobody else’s, and nothing is left where it had been', async () => {
  const fileIds = [await world.upload(owner, jpeg()), await world.upload(owner, jpeg({ exif: 'GPS 36.78N' }))]
  const kept = (await taken(fileIds)).map(({ fileId }) => fileId)
  expect(await shown(fileIds)).toBe(0)
  await giveBack(kept, contextOf(owner))
  expect([await shown(fileIds), await shown(kept)]).toEqual([2, 0])
  expect(await claim(fileIds, 'theirs', 'resident-grid-7')).toEqual({ refused: 'FILE_NOT_YOURS' })
  expect(await taken(fileIds)).toHaveLength(2)
})

describe('when storage does not do as asked', () => {
  afterEach(() => void jest.restoreAllMocks())

  test('what could not be given back stays where it is kept, for it is the only copy', async () => {
    const [fileId] = [await world.upload(owner, jpeg())]
    const [kept] = await taken([fileId])
    const { files } = world.runtime
    jest
      .spyOn(files, 'move')
      .mockImplementation(async (moves) => new Map(moves.map(({ to }) => [to, 'failed' as const])))
    await giveBack([kept!.fileId], contextOf(owner))
    jest.restoreAllMocks()
    expect([await shown([fileId]), await shown([kept!.fileId])]).toEqual([0, 1])
    await giveBack([kept!.fileId], contextOf(owner))
    expect([await shown([fileId]), await shown([kept!.fileId])]).toEqual([1, 0])
  })

  test.each([
    // Nor is there an address for an id of another environment, which the phone sends again as a new photo.
    ['urlsOf', async () => new Map<string, string>(), 'FILE_NOT_YOURS'],
    ['read', async () => Promise.reject(new Error('storage answered 503')), 'storage answered 503'],
  ] as const)(
    'a photo that is there and is not given (%s) is no bad photo: it stays, and the same request is tried again',
    async (name, away, said) => {
      const fileIds = [await world.upload(owner, jpeg()), await world.upload(owner, jpeg())]
      const { files } = world.runtime
      jest.spyOn(files, name).mockImplementation(away as never)
      const answer = await claim(fileIds, `away-${name}`).catch((error: Error) => error.message)
      expect(typeof answer === 'object' && isRefusal(answer) ? answer.refused : answer).toBe(said)
      jest.restoreAllMocks()
      const kept = await claim(fileIds, `away-${name}`)
      if (isRefusal(kept)) throw new Error(kept.refused)
      expect(await shown(kept.map(({ fileId }) => fileId))).toBe(2)
    },
  )

  test('of each file it is known whether it moved, was there already, was nowhere, or failed', async () => {
    const { files } = world.runtime
    const one = (await files.write('photos/one.jpg', jpeg())).replace(/photos\/.*$/, '')
    await files.write('photos/two.jpg', jpeg())
    await files.write('kept/two.jpg', jpeg())
    const outcomes = await files.move([
      { from: 'photos/one.jpg', to: 'kept/one.jpg' },
      { from: 'photos/two.jpg', to: 'kept/two.jpg' },
      { from: 'photos/three.jpg', to: 'kept/three.jpg' },
      { from: 'photos/two.jpg', to: 'kept/../two.jpg' },
    ])
    expect([...outcomes.values()]).toEqual(['there', 'there', 'gone', 'failed'])
    expect(await shown([`${one}photos/two.jpg`, `${one}kept/one.jpg`])).toBe(2)
  })

  test('an answer of storage that is neither the file nor that it is gone is a fault', async () => {
    const { files } = world.runtime
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/gone' ? 404 : 503
      response.end('no')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(await files.read(`http://127.0.0.1:${port}/gone`, 10)).toBeNull()
    await expect(files.read(`http://127.0.0.1:${port}/busy`, 10)).rejects.toThrow('503')
    await new Promise((resolve) => server.close(resolve))
  })
})
