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
