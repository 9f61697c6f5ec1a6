import fc from 'fast-check'
import { inclusion } from '@/shared/contracts/consents/shapes'
import { checkInclusion, inclusionOf, isAsRead, type Inclusion, type Read } from '@/shared/domain/consents/inclusion'
import { liveOf, nothingSaid, saidAfter } from '@/shared/domain/consents/standing'
import { answers, channels, conflictRules } from '@/shared/kernel/consents'
import { digest, panel, sealedHouseholds, type Act } from './logs'

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...answers), fc.constantFrom(...channels)) },
  { weight: 1, arbitrary: fc.constant('withdraw' as const) },
)
const buildings = fc.array(fc.array(fc.array(act, { maxLength: 4 }), { minLength: 1, maxLength: 9 }), {
  minLength: 1,
  maxLength: 4,
})
const place = fc.nat(1000)

/** A sealed consent, and the proof of one of its households. */
const proved = (asked: readonly (readonly (readonly Act[])[])[], rule: (typeof conflictRules)[number], at: number) => {
  const { sealed, root, households } = sealedHouseholds(asked, rule)
  const own = households[at % households.length]!
  const block = households.filter(({ blockId }) => blockId === own.blockId)
  const proof = inclusionOf(sealed, own.pseudonym, block, own.entries, digest)!
  return { proof, root, own, sealed, block }
}

test('every household of every consent follows its own lines to the published root, and sees what it counts as', () => {
  fc.assert(
    fc.property(buildings, fc.constantFrom(...conflictRules), place, (asked, rule, at) => {
      const { proof, root, own } = proved(asked, rule, at)
      const live = liveOf(
        own.entries.reduce((said, entry) => saidAfter(said, entry, rule), nothingSaid),
        rule,
      )
      expect(checkInclusion(proof, root, digest)).toEqual({
        problem: null,
        live,
        buildingName: own.buildingName,
        receipt: own.entries.at(-1)?.hash ?? '',
      })
    }),
  )
})

/** Every text and number in a proof, each replaced by another in its turn. */
const altered = (proof: Inclusion): Inclusion[] => {
  const all: Inclusion[] = []
  const walk = (value: unknown, put: (by: unknown) => Inclusion): void => {
    if (typeof value === 'number') all.push(put(value + 1))
    else if (typeof value === 'boolean') all.push(put(!value))
    else if (typeof value === 'string') all.push(put(`${value}0`))
    else if (Array.isArray(value)) {
      const list: readonly unknown[] = value
      list.forEach((one, at) => {
        walk(one, (by) => put(list.map((was, where) => (where === at ? by : was))))
        all.push(put(list.filter((_, where) => where !== at)))
      })
    } else if (value && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) walk(one, (by) => put({ ...value, [key]: by }))
  }
  walk(proof, (by) => by as Inclusion)
  return all
}

test('whatever is altered, left out or taken from another is seen', () => {
  const asked = [
    [[['agree', 'online'], 'withdraw', ['disagree', 'paper']], [['agree', 'paper']], [], [['abstain', 'online']], []],
    [[['agree', 'online']]],
  ] as const
  for (let at = 0; at < 6; at++) {
    const { proof, root } = proved(asked, 'latest', at)
    const held = altered(proof)
      .map((one) => inclusion.safeParse(one).data)
      .filter((one) => one && checkInclusion(one, root, digest).problem === null)
    expect(held).toEqual([])
  }
})

test('an answer left out at the end of a chain, and a household that was never frozen, come to no root', () => {
  const { proof, root, own, sealed, block } = proved(
    [
      [
        [
          ['agree', 'online'],
          ['disagree', 'online'],
        ],
        [],
      ],
    ],
    'latest',
    0,
  )
  expect(proof.entries).toHaveLength(2)
  expect(checkInclusion({ ...proof, entries: proof.entries.slice(0, 1) }, root, digest)).toMatchObject({
    problem: 'building',
    live: { answer: 'agree' },
  })
  expect(checkInclusion(proof, digest('another'), digest).problem).toBe('root')
  expect(inclusionOf(sealed, 'nobody', block, own.entries, digest)).toBeNull()
  expect(checkInclusion({ ...proof, pseudonym: 'nobody' }, root, digest).problem).toBe('chain')
})

test('a panel that was changed after the signature no longer comes to the root', () => {
  const { proof, root } = proved([[[['agree', 'online']]]], 'latest', 0)
  expect(proof.panel).toEqual(panel)
  const [area, heads] = proof.panel
  const better = { ...area!, agreement: { ...area!.agreement, numerator: area!.agreement.numerator + 1 } }
  expect(checkInclusion({ ...proof, panel: [better, heads!] }, root, digest).problem).toBe('root')
})

test('a proof is of what its reader reads: another consent, household, figure or panel is none', () => {
  const asked = [[[['agree', 'online']], [['agree', 'online']]], [[]]] as const
  const { proof, root, sealed } = proved(asked, 'latest', 0)
  const other = proved(asked, 'latest', 1).proof
  const found = checkInclusion(proof, root, digest)
  const { consentId: id, title, question, matter, rule, frameHash, panel: rows, buildings: all } = sealed
  const read: Read = {
    consent: { id, title, question, matter, rule, frameHash },
    board: { buildings: all, panel: rows },
    answer: 'agree',
    receipt: found.receipt,
  }
  expect(isAsRead(proof, found, read)).toBe(true)
  // It holds in itself, with the same answer, and is a neighbour's.
  const theirs = checkInclusion(other, root, digest)
  expect(theirs).toMatchObject({ problem: null, live: { answer: 'agree' } })
  expect(isAsRead(other, theirs, read)).toBe(false)
  const [first, ...rest] = all
  const [area, heads] = rows
  const changed: Read[] = [
    { ...read, answer: null },
    { ...read, receipt: null },
    ...(['id', 'title', 'question', 'frameHash'] as const).map((key) => ({
      ...read,
      consent: { ...read.consent, [key]: 'another' },
    })),
    { ...read, board: { ...read.board, buildings: [{ ...first!, agree: first!.agree - 1 }, ...rest] } },
    { ...read, board: { ...read.board, panel: [area!, { ...heads!, isQuorate: !heads!.isQuorate }] } },
  ]
  for (const one of changed) expect(isAsRead(proof, found, one)).toBe(false)
})
