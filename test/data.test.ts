import fs from 'node:fs'
import path from 'node:path'
import { classTable } from '@/shared/domain/issues/class-table'

const text = fs.readFileSync(path.join(__dirname, 'data/class-sentences.tsv'), 'utf8')
const [header, ...lines] = text.replace(/\n$/, '').split('\n')
const rows = lines.map((line) => line.split('\t'))
const sentences = rows.map(([, sentence]) => sentence!)

describe('the sentences that class suggestions are measured by', () => {
  test('are a class and a sentence a line, under their header', () => {
    expect(header).toBe('class\tsentence')
    expect(rows.filter((row) => row.length !== 2 || row.some((cell) => cell === '' || cell !== cell.trim()))).toEqual(
      [],
    )
  })

  test('name only classes that residents are offered', () => {
    const known = new Set(classTable.map(({ code }) => code))
    expect(rows.filter(([code]) => !known.has(code!))).toEqual([])
  })

  test.each(classTable)('are twenty or more for $code', ({ code }) => {
    expect(rows.filter(([written]) => written === code).length).toBeGreaterThanOrEqual(20)
  })

  test('come once each', () => {
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([])
  })

  test('are no longer than a report may be', () => {
    expect(sentences.filter((sentence) => sentence.length > 2000)).toEqual([])
  })

  test('hold nobody’s phone number', () => {
    expect(sentences.filter((sentence) => /\d{11}/.test(sentence.replace(/[\s-]/g, '')))).toEqual([])
  })
})
