import fs from 'node:fs'
import path from 'node:path'
import { issueClasses } from '@/shared/domain/issues/classes'
import { learnClasses } from '@/shared/domain/issues/suggest-classes'
import examples from '@/shared/domain/issues/training-sentences.json'

/** Sentences written by somebody else, before there was anything to measure. */
const measured = fs
  .readFileSync(path.join(__dirname, '../../data/class-sentences.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [code: string, text: string])
const sentences = Object.values(examples).flat()
const suggest = learnClasses(examples)

/** The bounds of a share with 95 % confidence (Wilson 1927). */
const interval = (hits: number, n: number): string => {
  const z = 1.96
  const middle = (hits + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4)
  return `${(middle - half).toFixed(3)}–${(middle + half).toFixed(3)}`
}

test('the class meant is the first suggested in four of five, and among three in 93 of 100, on sentences of another hand', () => {
  const classes = new Map(issueClasses.map(({ code }) => [code, { n: 0, first: 0, three: 0 }]))
  for (const [code, text] of measured) {
    const [first, ...others] = suggest(text).slice(0, 3)
    const row = classes.get(code)!
    row.n++
    if (first === code) row.first++
    if (first === code || others.includes(code)) row.three++
  }
  const rows = [...classes].map(
    ([code, { n, first, three }]) => `${code.padEnd(15)}${n}  ${(first / n).toFixed(2)}  ${(three / n).toFixed(2)}`,
  )
  const sum = (of: 'n' | 'first' | 'three') => [...classes.values()].reduce((total, row) => total + row[of], 0)
  const [n, first, three] = [sum('n'), sum('first'), sum('three')]
  process.stdout.write(
    `class          n   first three\n${rows.join('\n')}\nall ${n}: first ${(first / n).toFixed(3)} (${interval(first, n)}), three ${(three / n).toFixed(3)} (${interval(three, n)})\n`,
  )
  expect(Math.min(...[...classes.values()].map((row) => row.n))).toBeGreaterThanOrEqual(20)
  expect(first / n).toBeGreaterThanOrEqual(0.8)
  expect(three / n).toBeGreaterThanOrEqual(0.93)
})

test('it learned from 1,500 sentences or more of every class, none of which shares six characters in a row with those it is measured by', () => {
  expect(Object.keys(examples).sort()).toEqual(issueClasses.map(({ code }) => code).sort())
  expect(sentences.length).toBeGreaterThanOrEqual(1500)
  expect(new Set(sentences).size).toBe(sentences.length)
  const sixes = (text: string): string[] => {
    const characters = text.replace(/\s/g, '')
    return Array.from({ length: Math.max(0, characters.length - 5) }, (_, at) => characters.slice(at, at + 6))
  }
  const taken = new Set(measured.flatMap(([, text]) => sixes(text)))
  expect(sentences.filter((text) => sixes(text).some((six) => taken.has(six)))).toEqual([])
})

test('digits stand for each other, and what was never seen suggests nothing', () => {
  expect(suggest('3号楼路灯不亮')).toEqual(suggest('17号楼路灯不亮'))
  expect(suggest('')).toEqual([])
  expect(suggest('？！…')).toEqual([])
  expect(suggest('𠀀𠀁')).toEqual([])
})
