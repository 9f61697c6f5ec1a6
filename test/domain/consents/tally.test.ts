import fc from 'fast-check'
import { decideAnswer, decideContact, decidePaper, decideWithdraw, type After } from '@/shared/domain/consents/answer'
import { opened, type Consent } from '@/shared/domain/consents/consent'
import { curveOf } from '@/shared/domain/consents/count'
import type { Entry, EntryNote } from '@/shared/domain/consents/entry'
import { blocksOf, framed, frozenSet } from '@/shared/domain/consents/freeze'
import type { ConsentHousehold } from '@/shared/domain/consents/household'
import { recount } from '@/shared/domain/consents/recount'
import { sumOf } from '@/shared/domain/consents/seal'
import { baseOf } from '@/shared/domain/consents/tally'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { answers } from '@/shared/kernel/consents'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { digest } from './logs'

const start = Date.parse('2026-11-02T01:00:00.000Z')
const days = 9

const asking = (rule: Consent['rule']): Consent => ({
  _id: 'consent-1',
  communityId: 'c-1',
  title: '停车位改造征询',
  question: '是否同意？',
  matter: 'special',
  rule,
  isProgressPublic: true,
  scope: { kind: 'buildings', ids: ['b-1', 'b-2', 'b-3'] },
  groups: [{ kind: 'buyer', householdIds: ['h-0', 'h-7'] }],
  counters: [],
  state: 'opening',
  salt: 'salt',
  createdAt: toInstant(start),
  createdBy: { personId: 'p-desk', name: '社区' },
  closesAt: toInstant(start + days * dayMs),
  openedAt: null,
  households: 0,
  vacant: 0,
  frameHash: '',
  closedAt: null,
  publishedAt: null,
  notesUntil: null,
  notesGoneAt: null,
  dueAt: toInstant(start),
})

const homes = Array.from({ length: 18 }, (_, at) => ({
  _id: `h-${at}`,
  communityId: 'c-1',
  estateId: 'e-1',
  buildingId: `b-${(at % 3) + 1}`,
  unitId: `u-${(at % 3) + 1}`,
  name: `${at}`,
  order: at,
  isVacant: at % 5 === 0,
  areaSquareMeters: 60 + at * 1.37,
}))

const isLine = (done: Pick<After, 'household' | 'tally'>): done is After => 'entry' in done

const act = fc.record({
  home: fc.nat(homes.length - 1),
  day: fc.nat(days - 1),
  what: fc.constantFrom('online', 'paper', 'withdraw', 'reached', 'missed'),
  answer: fc.constantFrom(...answers),
})

test('whatever happens in whatever order, the running sums and the recount from the raw log say the same', () => {
  const plays = fc.tuple(fc.constantFrom('latest' as const, 'online' as const), fc.array(act, { maxLength: 60 }))
  fc.assert(
    fc.property(plays, ([rule, acts]) => {
      const before = asking(rule)
      const set = frozenSet(
        before,
        homes,
        {
          buildingOf: (id) => ({ name: id, order: Number(id.slice(2)), unitIds: [`u-${id.slice(2)}`] }),
          labelOf: ({ name }) => name,
          tiers: () => [['p-contact']],
        },
        toInstant(start),
        digest,
      )
      const { tallies, ...frame } = framed(before, set.households, set.blocks, digest)
      const consent = opened(before, frame, start)
      const households = new Map(set.households.map((one) => [one.householdId, one]))
      const sums = new Map(tallies.map((tally) => [tally.blockId, tally]))
      const entries = new Map<string, Entry[]>()
      const notes = new Map<string, EntryNote>()
      const inOrder = [...acts].sort((a, b) => a.day - b.day)
      for (const { home, day, what, answer } of inOrder) {
        const household: ConsentHousehold = households.get(`h-${home}`)!
        const state = { consent, household, tally: sums.get(household.blockId)! }
        const now = start + day * dayMs
        const with_ = { now, digest }
        const files = { fileIds: ['cloud://a/b.jpg'], fileDigests: ['d'] }
        const salt = 's'
        const decided =
          what === 'online'
            ? decideAnswer(
                state,
                { answer, actorId: 'p-1', actorName: '甲', proprietorIds: ['p-1'], link: null, files, salt },
                with_,
              )
            : what === 'paper'
              ? decidePaper(
                  state,
                  {
                    answer,
                    signerName: '甲',
                    as: 'proprietor',
                    witnessName: '乙',
                    actorId: 'p-2',
                    actorName: '丙',
                    proprietorIds: [],
                    isOwn: false,
                    files,
                    salt,
                  },
                  with_,
                )
              : what === 'withdraw'
                ? decideWithdraw(
                    state,
                    { actorId: 'p-1', proprietorIds: ['p-1'], isByLink: false, reason: null, salt },
                    with_,
                  )
                : decideContact(state, what === 'reached', now)
        if (isRefusal(decided)) continue
        households.set(decided.household.householdId, decided.household)
        sums.set(decided.tally.blockId, decided.tally)
        if (!isLine(decided)) continue
        const { entry, note } = decided
        entries.set(entry.pseudonym, [...(entries.get(entry.pseudonym) ?? []), entry])
        notes.set(note._id, note)
      }
      const all = [...sums.values()]
      const raw = { consent, blocks: all, households: [...households.values()], entries, notes }
      const { counted, text, frameHash, area, heads } = recount(raw, digest)
      expect(sumOf(all.map(({ households: count, counts }) => ({ households: count, ...counts })))).toEqual(
        sumOf(counted.buildings),
      )
      expect(frameHash).toBe(consent.frameHash)
      expect(baseOf(all, 'area')).toEqual(area)
      expect(all.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBe(counted.conflicts)
      const [first, last] = [counted.curve[0]!.day, counted.curve.at(-1)!.day]
      expect(
        curveOf(
          all.flatMap((tally) => Object.entries(tally.days)),
          first,
          last,
        ),
      ).toEqual(counted.curve)
      expect(verifyLog(text, digest)).toMatchObject({ fault: null, root: counted.root })
      // Two units of one buyer are one head.
      expect(heads.all).toBe(homes.length - 1)
      for (const one of households.values()) {
        const isWaiting = ['notContacted', 'contacted', 'unreachable'].includes(one.status)
        expect(one.isAnswered).toBe(!isWaiting)
      }
    }),
    { numRuns: 60 },
  )
})

describe('what is counted and shown apart', () => {
  const buildings = (...counts: number[]) =>
    counts.map((households, at) => ({ id: `b-${at}`, name: `${at}号楼`, order: at, households }))

  test('is a building of five households or more; smaller ones stand together, never fewer than five', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const asked = buildings(...counts)
        const blocks = blocksOf(asked)
        expect(blocks.flatMap(({ buildingIds }) => buildingIds).sort()).toEqual(asked.map(({ id }) => id).sort())
        const sizes = blocks.map(({ buildingIds }) =>
          asked.filter(({ id }) => buildingIds.includes(id)).reduce((sum, one) => sum + one.households, 0),
        )
        if (counts.reduce((sum, one) => sum + one, 0) >= 5) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  test('keeps the order of the buildings and names those that stand together', () => {
    expect(blocksOf(buildings(20, 2, 9, 1)).map(({ name }) => name)).toEqual(['0号楼', '1号楼、2号楼、3号楼'])
    expect(blocksOf(buildings(20, 9)).map(({ id }) => id)).toEqual(['b-0', 'b-1'])
  })
})
