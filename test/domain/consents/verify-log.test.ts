import fc from 'fast-check'
import { answers, channels } from '@/shared/kernel/consents'
import { checkOf } from '@/shared/domain/consents/export-log'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { digest, exported, type Act } from './logs'

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...answers), fc.constantFrom(...channels)) },
  { weight: 1, arbitrary: fc.constant('withdraw' as const) },
)
const buildings = fc.array(fc.array(fc.array(act, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
})

test('an export holds, and recounts to what few lines of reading it over say', () => {
  fc.assert(
    fc.property(buildings, fc.constantFrom('latest' as const, 'online' as const), (asked, rule) => {
      const { text, root } = exported(asked, rule)
      const report = verifyLog(text, digest)
      expect(report).toMatchObject({ fault: null, root })
      // The oracle: read each household's acts from the last withdrawal on and take the last, or the last online.
      const heard = asked.flat().flatMap((acts) => {
        const since = acts.slice(acts.lastIndexOf('withdraw') + 1) as (readonly [string, string])[]
        const online = since.filter(([, channel]) => channel === 'online')
        return (rule === 'online' && online.length > 0 ? online : since).slice(-1).map(([answer]) => answer)
      })
      const { households, ...counts } = report.sum
      expect(households).toBe(asked.flat().length)
      for (const answer of answers) expect(counts[answer]).toBe(heard.filter((one) => one === answer).length)
    }),
  )
})

test('whatever is frozen, declared or answered changes the root', () => {
  const base = [[[['agree', 'online']], []], [[['disagree', 'paper']]]] as const
  const others = [
    exported(base, 'online'),
    exported([[[['agree', 'paper']], []], [[['disagree', 'paper']]]]),
    exported([[[['agree', 'online']]], [[['disagree', 'paper']]]]),
    exported([[[['agree', 'online']], [], []], [[['disagree', 'paper']]]]),
    exported([[[['agree', 'online']], [['abstain', 'paper'], 'withdraw']], [[['disagree', 'paper']]]]),
  ]
  expect(new Set([exported(base).root, ...others.map(({ root }) => root)]).size).toBe(6)
  expect(exported(base).frameHash).toBe(others[1]!.frameHash)
})

describe('10,000 entries with one thing done to them', () => {
  // 4,500 households in 45 buildings, 2 or 3 entries each, some none.
  const acts: readonly Act[] = [['agree', 'online'], ['disagree', 'paper'], 'withdraw', ['agree', 'paper']]
  const big = exported(
    Array.from({ length: 45 }, (_, building) =>
      Array.from({ length: 100 }, (_one, at) =>
        acts.slice(0, (at + building) % 5 === 0 ? 0 : 2 + ((at + building) % 3)),
      ),
    ),
  )
  const lines = big.text.trimEnd().split('\n')
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
  const runs = { seed, numRuns: 40 }
  const anyLine = fc.nat(lines.length - 1)
  const faultOf = (changed: readonly string[]) => verifyLog(`${changed.join('\n')}\n`, digest).fault

  test(`are found as they are (SEED=${seed})`, () => {
    const began = performance.now()
    const report = verifyLog(big.text, digest)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(report).toMatchObject({ fault: null, root: big.root, sum: { households: 4500 } })
    expect(report.entries).toBeGreaterThanOrEqual(10_000)
  })

  test('a flipped character is found in its line', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), fc.constantFrom('0', '1', 'a', 'Z', ' ', '"'), (at, where, by) => {
        const line = lines[at]!
        const place = where % line.length
        fc.pre(line[place] !== by)
        const flipped = `${line.slice(0, place)}${by}${line.slice(place + 1)}`
        expect(faultOf([...lines.slice(0, at), flipped, ...lines.slice(at + 1)])?.line).toBe(at + 1)
      }),
      runs,
    )
  })

  test('a changed answer is found in its line, also with its own hash made anew', () => {
    fc.assert(
      fc.property(anyLine, (at) => {
        const line = JSON.parse(lines[at]!) as { kind: string; answer: string; hash: string }
        fc.pre(line.kind === 'answer')
        const changed = { ...line, answer: line.answer === 'agree' ? 'disagree' : 'agree' }
        const put = (by: object) => faultOf([...lines.slice(0, at), JSON.stringify(by), ...lines.slice(at + 1)])
        expect(put(changed)).toMatchObject({ line: at + 1, problem: 'changed' })
        const { previousHash, pseudonym, sequence, kind, answer, channel, noteDigest } = changed as unknown as Record<
          string,
          string
        >
        const fields = [previousHash, 'consent-1', pseudonym, sequence, kind, answer, channel, noteDigest]
        const fault = put({ ...changed, hash: digest(JSON.stringify(fields)) })
        expect(fault).toMatchObject({ problem: expect.stringMatching(/chain/) as string, pseudonym })
        expect([at + 1, at + 2]).toContain(fault!.line)
      }),
      runs,
    )
  })

  test('an inserted, a deleted and a moved line are found where they are', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (at, from) => {
        const inserted = faultOf([...lines.slice(0, at + 1), lines[from]!, ...lines.slice(at + 1)])
        // Of two equal lines it is the second that is one too many.
        expect(inserted?.line).toBe(from === at + 1 ? at + 3 : at + 2)
        expect(faultOf([...lines.slice(0, at), ...lines.slice(at + 1)])?.line).toBe(at + 1)
        fc.pre(from !== at)
        const [first, second] = [Math.min(at, from), Math.max(at, from)]
        const swapped = [...lines]
        ;[swapped[first], swapped[second]] = [lines[second]!, lines[first]!]
        expect(faultOf(swapped)?.line).toBe(first + 1)
      }),
      runs,
    )
  })

  test('a cut end is found at the end of what is left, between lines and within one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: lines.length - 1 }), (left) => {
        expect(faultOf(lines.slice(0, left))).toMatchObject({ line: left + 1, problem: 'cut' })
        const torn = `${lines.slice(0, left).join('\n')}\n${lines[left]!.slice(0, 20)}`
        expect(verifyLog(torn, digest).fault).toMatchObject({ line: left + 1, problem: 'unreadable' })
      }),
      runs,
    )
    expect(verifyLog(big.text.slice(0, -1), digest).fault?.problem).toBe('cut')
    expect(verifyLog(`${big.text}${lines.at(-1)}\n`, digest).fault).toMatchObject({ problem: 'extra' })
    expect(verifyLog('', digest).fault).toMatchObject({ line: 1 })
  })

  test('what was rewritten throughout holds in itself, and has another root than the published one', () => {
    const other = exported([[[['agree', 'online']]]])
    const forged = exported([[[['disagree', 'online']]]])
    expect(verifyLog(forged.text, digest)).toMatchObject({ fault: null, root: forged.root })
    expect(forged.root).not.toBe(other.root)
  })
})

test('a title or a building by another name, its check made anew, has another root than the published one', () => {
  const { text, root } = exported([[[['agree', 'online']]], [[['disagree', 'paper']]]])
  const lines = text.split('\n')
  const renamed = (at: number, fields: object): string => {
    const line = { ...(JSON.parse(lines[at]!) as { check: string }), ...fields }
    return JSON.stringify({ ...line, check: checkOf(line, digest) })
  }
  const second = lines.findIndex((line, at) => at > 1 && line.includes('"kind":"building"'))
  const retitled = [renamed(0, { title: '加装电梯征询' }), ...lines.slice(1)]
  const swapped = lines.map((line, at) =>
    at === 1 ? renamed(1, { name: '2号楼' }) : at === second ? renamed(second, { name: '1号楼' }) : line,
  )
  // The title is bound by the hash that was shown at the opening, the names by the root: whoever rewrites the closing line as well is found by it.
  expect(verifyLog(retitled.join('\n'), digest).fault).toMatchObject({ line: 1, problem: 'frame' })
  expect((JSON.parse(swapped.at(-2)!) as { root: string }).root).toBe(root)
  expect(verifyLog(swapped.join('\n'), digest).fault).toMatchObject({ line: swapped.length - 1, problem: 'end' })
})
