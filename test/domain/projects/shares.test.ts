import fc from 'fast-check'
import { hundredthsOf, shareOut, type Weighed } from '@/shared/domain/projects/shares'
import { isRefusal } from '@/shared/kernel/decision'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
const options = { seed, numRuns: 400 }

const shared = (total: number, households: readonly Weighed[]): Map<string, number> => {
  const shares = shareOut(total, households)
  if (isRefusal(shares)) throw new Error(shares.refused)
  return shares as Map<string, number>
}
const sum = (shares: ReadonlyMap<string, number>): number => [...shares.values()].reduce((whole, fen) => whole + fen, 0)

const households = fc
  .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => weights.map((weight, at) => ({ id: `h${at}`, weight, order: at })))
const total = fc.integer({ min: 0, max: 100_000_000_000 })

/** The same told another way: fen by fen, each to whoever is then furthest behind what is due by the exact fraction. */
const oracle = (fen: number, some: readonly Weighed[]): Map<string, number> => {
  const whole = some.reduce((all, { weight }) => all + weight, 0)
  const given = new Map(some.map(({ id, weight }) => [id, Math.floor((fen * weight) / whole)]))
  for (let left = fen - sum(given); left > 0; left--) {
    let best = some[0]!
    const behind = ({ id, weight }: Weighed) => fen * weight - given.get(id)! * whole
    for (const one of some) if (behind(one) > behind(best)) best = one
    given.set(best.id, given.get(best.id)! + 1)
  }
  return given
}

test(`shares come to the sum, to the fen, and none is negative (SEED=${seed})`, () => {
  fc.assert(
    fc.property(total, households, (fen, some) => {
      const shares = shared(fen, some)
      expect(sum(shares)).toBe(fen)
      expect(Math.min(...shares.values())).toBeGreaterThanOrEqual(0)
      expect(shares.size).toBe(some.length)
    }),
    options,
  )
})

test(`a share is the exact fraction, cut or with one fen more; who weighs nothing pays nothing (SEED=${seed})`, () => {
  fc.assert(
    fc.property(total, households, (fen, some) => {
      const shares = shared(fen, some)
      const whole = some.reduce((all, { weight }) => all + BigInt(weight), 0n)
      for (const { id, weight } of some) {
        const cut = Number((BigInt(fen) * BigInt(weight)) / whole)
        expect([cut, weight === 0 ? cut : cut + 1]).toContain(shares.get(id))
      }
    }),
    options,
  )
})

test(`agrees with giving fen by fen to whoever is furthest behind (SEED=${seed})`, () => {
  const few = fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => weights.map((weight, at) => ({ id: `h${at}`, weight, order: at })))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), few, (fen, some) => {
      expect([...shared(fen, some)]).toEqual([...oracle(fen, some)])
    }),
    options,
  )
})

test(`it does not matter in which order the households are read (SEED=${seed})`, () => {
  const shuffled = households.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  )
  fc.assert(
    fc.property(total, shuffled, (fen, [some, other]) => {
      const byId = (shares: Map<string, number>) => [...shares].sort(([a], [b]) => (a < b ? -1 : 1))
      expect(byId(shared(fen, other))).toEqual(byId(shared(fen, some)))
    }),
    options,
  )
})

test(`whoever weighs more never pays less (SEED=${seed})`, () => {
  fc.assert(
    fc.property(total, households, (fen, some) => {
      const shares = shared(fen, some)
      const sorted = [...some].sort((a, b) => a.weight - b.weight)
      for (const [at, one] of sorted.entries()) {
        const next = sorted[at + 1]
        if (next && next.weight > one.weight) expect(shares.get(next.id)!).toBeGreaterThanOrEqual(shares.get(one.id)!)
      }
    }),
    options,
  )
})

test('the residue by household goes to the first in order, one fen each', () => {
  const some = ['a', 'b', 'c'].map((id, order) => ({ id, weight: 1, order }))
  expect([...shared(10_000, some).values()]).toEqual([3334, 3333, 3333])
  expect([...shared(10_001, some).values()]).toEqual([3334, 3334, 3333])
})

test('nobody to share among is refused, and areas weigh to the hundredth', () => {
  expect(shareOut(100, [{ id: 'a', weight: 0, order: 0 }])).toEqual({ refused: 'SHARES_WITHOUT_BASE' })
  expect(shareOut(100, [])).toEqual({ refused: 'SHARES_WITHOUT_BASE' })
  expect([89.5, 89.555, 0, -3, Number.NaN, Infinity].map(hundredthsOf)).toEqual([8950, 8956, 0, 0, 0, 0])
})
