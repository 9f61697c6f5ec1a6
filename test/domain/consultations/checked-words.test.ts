import fc from 'fast-check'
import { answered, fresh, isHeld, judged, type WordsAnswer } from '@/shared/domain/consultations/checked-words'
import { toInstant } from '@/shared/kernel/time'

const now = Date.parse('2026-11-27T01:00:00.000Z')
const answers: fc.Arbitrary<WordsAnswer | 'passed' | 'kept'> = fc.oneof(
  fc.constantFrom<WordsAnswer>(
    { kind: 'verdict', suggest: 'pass' },
    { kind: 'verdict', suggest: 'review' },
    { kind: 'verdict', suggest: 'risky' },
    { kind: 'later', minutes: 1 },
    { kind: 'unaskable' },
  ),
  fc.constantFrom('passed' as const, 'kept' as const),
)

test('in whatever order answers and people come: shown only after a pass, and never once found risky', () => {
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 12 }), (all) => {
      let words = fresh(false, now)
      let mayShow = false
      for (const answer of all) {
        const before = words.textCheck
        if (answer === 'passed' || answer === 'kept') words = judged(words, answer === 'passed')
        else words = answered(words, answer, now)
        if (before === 'waiting' && typeof answer === 'object' && answer.kind === 'verdict')
          mayShow = answer.suggest === 'pass'
        if (answer === 'passed' && before !== 'risky') mayShow = true
        if (answer === 'kept') mayShow = false
        expect(words.textCheck === 'passed').toBe(mayShow)
        if (before === 'risky') expect(words.textCheck).toBe('risky')
        expect(isHeld(words)).toBe(['waiting', 'review'].includes(words.textCheck))
        expect(words.checkDueAt !== null).toBe(words.textCheck === 'waiting')
      }
    }),
    { numRuns: 2000 },
  )
})

test('a check that cannot be reached is asked again after longer and longer, six hours at most', () => {
  let words = fresh(false, now)
  const waits: number[] = []
  for (let at = 0; at < 12; at++) {
    words = answered(words, { kind: 'later', minutes: 1 }, now)
    waits.push((Date.parse(words.checkDueAt!) - now) / 60_000)
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360])
})

test('what staff write waits for nobody', () => {
  expect(fresh(true, now)).toEqual({ textCheck: 'passed', checkDueAt: null, checkFailures: 0 })
  expect(fresh(false, now).checkDueAt).toBe(toInstant(now))
})
