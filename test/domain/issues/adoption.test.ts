import fc from 'fast-check'
import {
  adoptionWithout,
  canManageAdoptions,
  canNoteUpkeep,
  canReadUpkeep,
  dueOf,
  endAdoption,
  lapsedAdoption,
  missedOn,
  newAdoption,
  noteUpkeep,
  remindedAdoption,
  renewAdoption,
} from '@/shared/domain/issues/adoption'
import { adoptionDaysMax, adoptionRecord, upkeepShownMax, type Adoption } from '@/shared/domain/issues/adoption-record'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { addDays, dayMs, dayOf } from '@/shared/kernel/time'
import { communityId, communityWorker, morning, owner, partyOf, person, reporter, stranger } from './people'

const today = '2026-11-25'
const on = (day: string) => morning + (Date.parse(day) - Date.parse(today))
const given = (changes: Partial<Adoption> = {}) => ({
  _id: 'a-1',
  communityId,
  issueId: 'i-1',
  issueCode: '1125-ABCD',
  plot: { name: '南侧草地', place: '房石小区南侧', point: null, areaSquareMeters: 600, fileIds: [] },
  adopter: { kind: 'person' as const, personId: 'reporter', householdId: null, name: '王奶奶', isNamed: true },
  duty: { what: '捡拾垃圾', times: 2, everyDays: 7 },
  from: today,
  to: '2027-05-31',
  ...changes,
})
const ruled = <T>(made: T | Refusal): T => {
  if (isRefusal(made)) throw new Error(made.refused)
  return made as T
}
const adopted = (changes: Partial<Adoption> = {}): Adoption => ruled(newAdoption(given(changes), morning))
const custodian = partyOf(communityWorker, 'communityWorker')
const noted = (adoption: Adoption, day: string) =>
  noteUpkeep(adoption, { text: '捡过了', fileIds: [] }, reporter, on(day))

describe('the period', () => {
  test.each([
    ['ends before it begins', '2026-12-02', '2026-12-01'],
    ['has ended', '2026-11-01', '2026-11-24'],
    ['is too long', today, addDays(today, adoptionDaysMax)],
    ['begins too late', addDays(today, adoptionDaysMax + 1), addDays(today, adoptionDaysMax + 2)],
  ])('that %s is refused', (_name, from, to) => {
    expect(newAdoption(given({ from, to }), morning)).toEqual({ refused: 'ADOPTION_PERIOD_UNFIT' })
  })

  test('of one day, and of the longest, are taken', () => {
    for (const to of [today, addDays(today, adoptionDaysMax - 1)]) expect(adopted({ to }).state).toBe('active')
  })
})

describe('time', () => {
  test('reminds once, seven days before the end', () => {
    const weekly = { ...adopted(), lastUpkeepOn: '2027-05-20' }
    expect(dueOf(weekly, '2027-05-23')).toBeNull()
    expect(dueOf(weekly, '2027-05-24')).toBe('remind')
    expect(dueOf(remindedAdoption(weekly), '2027-05-24')).toBeNull()
  })

  test('lets it lapse the day after its end, and on the day two turns were missed', () => {
    expect(missedOn(adopted())).toBe('2026-12-09')
    expect(dueOf(adopted(), '2026-12-08')).toBeNull()
    expect(dueOf(adopted(), '2026-12-09')).toBe('lapse')
    expect(dueOf(noted(adopted(), '2026-12-08'), '2026-12-09')).toBeNull()
    expect(missedOn(noted(adopted(), '2026-12-08'))).toBe('2026-12-23')
    const short = adopted({ to: '2026-11-30' })
    expect([dueOf(remindedAdoption(short), '2026-11-30'), dueOf(short, '2026-12-01')]).toEqual([null, 'lapse'])
  })

  test('one entered late is missed from today on, not from before anybody could note anything', () => {
    expect(missedOn(adopted({ from: '2026-09-01' }))).toBe('2026-12-09')
  })

  test('the next day a job looks at it is the first on which it has anything to do', () => {
    const days = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 30 }),
        fc.option(days),
        fc.boolean(),
        (length, everyDays, note, told) => {
          const first = adopted({ to: addDays(today, length), duty: { what: '浇水', times: 1, everyDays } })
          const kept = note === null ? first : noted(first, addDays(today, note))
          const adoption = told ? remindedAdoption(kept) : kept
          const busy = Array.from({ length: 200 }, (_, at) => addDays(today, at - 30)).find((day) =>
            dueOf(adoption, day),
          )
          // A note may lie beyond the end; then the end itself comes first.
          expect(adoption.nextOn).toBe(busy)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what becomes of it', () => {
  test('lapsed or given up it is with the community, by name and with the reason, and no job looks at it', () => {
    const late = lapsedAdoption(adopted(), custodian, on('2026-12-09'))
    expect(late).toMatchObject({ state: 'lapsed', endReason: '连续两次没有养护记录', custodian, nextOn: null })
    expect(lapsedAdoption(adopted(), custodian, on('2027-06-01')).endReason).toBe('认养期已满')
    const ended = ruled(endAdoption(adopted(), '搬走了', custodian, morning))
    expect(ended).toMatchObject({ state: 'ended', endReason: '搬走了', nextOn: null })
    expect(endAdoption(ended, '再来', custodian, morning)).toEqual({ refused: 'ADOPTION_ENDED' })
    expect(dueOf(ended, '2030-01-01')).toBeNull()
  })

  test('renewed only to a later day; what had lapsed begins anew, what was given up does not', () => {
    const refused = { refused: 'ADOPTION_PERIOD_UNFIT' }
    expect(renewAdoption(adopted(), '2027-05-31', morning)).toEqual(refused)
    expect(renewAdoption(adopted(), addDays(today, adoptionDaysMax + 1), morning)).toEqual(refused)
    expect(renewAdoption(remindedAdoption(adopted()), '2027-06-01', morning)).toMatchObject({
      to: '2027-06-01',
      from: today,
      isReminded: false,
    })
    const lapsed = lapsedAdoption(noted(adopted(), today), custodian, on('2026-12-09'))
    const back = ruled(renewAdoption(lapsed, '2026-12-31', on('2026-12-10')))
    expect(back).toMatchObject({
      state: 'active',
      from: '2026-12-10',
      custodian: null,
      endReason: null,
      lastUpkeepOn: null,
    })
    expect(dueOf(back, '2026-12-11')).toBeNull()
    expect(renewAdoption(lapsed, '2026-12-10', on('2026-12-10'))).toEqual(refused)
    const ended = ruled(endAdoption(adopted(), '搬走了', null, morning))
    expect(renewAdoption(ended, '2027-12-31', morning)).toEqual({ refused: 'ADOPTION_ENDED' })
  })

  test('the latest notes are shown, all are counted', () => {
    const often = Array.from({ length: upkeepShownMax + 5 }).reduce<Adoption>(
      (adoption, _, at) => noteUpkeep(adoption, { text: `第 ${at} 次`, fileIds: [] }, reporter, morning),
      adopted(),
    )
    expect([often.upkeepCount, often.upkeep.length]).toEqual([upkeepShownMax + 5, upkeepShownMax])
    expect(often.upkeep[0]!.text).toBe('第 5 次')
  })

  test('any life of it keeps its shape, counts every note and shows the last of them', () => {
    const step = fc.constantFrom('note', 'remind', 'lapse', 'renew', 'end')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 90 }), (steps) => {
        let adoption = adopted()
        let notes = 0
        steps.forEach((one, at) => {
          const now = morning + at * dayMs
          const renewed = one === 'renew' ? renewAdoption(adoption, addDays(dayOf(now), 200), now) : null
          if (one === 'note') {
            adoption = noteUpkeep(adoption, { text: `第 ${++notes} 次`, fileIds: [] }, reporter, now)
          } else if (one === 'remind') adoption = remindedAdoption(adoption)
          else if (one === 'lapse' && adoption.state === 'active') adoption = lapsedAdoption(adoption, custodian, now)
          else if (one === 'end' && at % 7 === 0) {
            const ended = endAdoption(adoption, '有事', custodian, now)
            adoption = isRefusal(ended) ? adoption : ended
          } else if (renewed && !isRefusal(renewed)) adoption = renewed
          expect(adoptionRecord.safeParse(adoption).success).toBe(true)
          expect(adoption.nextOn === null).toBe(adoption.state !== 'active')
          expect(adoption.custodian !== null).toBe(adoption.state !== 'active')
        })
        expect(adoption.upkeepCount).toBe(notes)
        expect(adoption.upkeep).toHaveLength(Math.min(notes, upkeepShownMax))
        if (notes > 0) expect(adoption.upkeep.at(-1)!.text).toBe(`第 ${notes} 次`)
      }),
      { numRuns: 100 },
    )
  })
})

describe('who', () => {
  const volunteer = person('vol', ['volunteer', 'community', communityId])
  const neighbour = { ...person('neighbour'), householdId: 'h-1' }

  test('puts them on record: community and grid workers', () => {
    expect([communityWorker, owner, volunteer, reporter].map(canManageAdoptions)).toEqual([true, true, false, false])
  })

  test('notes upkeep: the adopter while it is theirs, volunteers once it is the community’s, staff always', () => {
    const active = adopted()
    const lapsed = lapsedAdoption(active, custodian, morning)
    expect([reporter, volunteer, owner].map((one) => canNoteUpkeep(active, one))).toEqual([true, false, true])
    expect([reporter, volunteer, owner].map((one) => canNoteUpkeep(lapsed, one))).toEqual([false, true, true])
    expect(canReadUpkeep(lapsed, reporter)).toBe(true)
    expect(canReadUpkeep(active, stranger)).toBe(true)
    expect(canNoteUpkeep(active, { ...owner, communityId: 'c-2' })).toBe(false)
  })

  test('of a household’s, everybody of it and nobody else', () => {
    const adopter = {
      kind: 'household' as const,
      personId: 'reporter',
      householdId: 'h-1',
      name: '某户',
      isNamed: false,
    }
    const home = adopted({ adopter })
    expect([canNoteUpkeep(home, neighbour), canNoteUpkeep(home, person('neighbour'))]).toEqual([true, false])
    expect(canNoteUpkeep(adopted({ adopter: { ...adopter, kind: 'person' } }), neighbour)).toBe(false)
  })

  test('whoever leaves for good leaves no name, id or home in it; others’ stay', () => {
    expect(JSON.stringify(adoptionWithout(adopted(), 'reporter'))).not.toMatch(/王奶奶|"reporter"/)
    const other = adopted()
    expect(adoptionWithout(other, 'somebody')).toBe(other)
  })
})
