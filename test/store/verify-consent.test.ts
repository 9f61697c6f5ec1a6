import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { verify } from '../../config/consent'
import { exported } from '../domain/consents/logs'

const { text, root } = exported([[[['agree', 'online']], []], [[['disagree', 'paper']]]])
const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'consent-')), 'log.jsonl')
const said = (words: string): [boolean, string] => {
  const lines: string[] = []
  fs.writeFileSync(file, words)
  return [verify(file, root, (line) => lines.push(line)), lines.join('\n')]
}

test('a log that an editor saved again with its own line ends still holds, and whoever checks it is told', () => {
  expect(said(text)).toEqual([true, expect.not.stringContaining('另存过')])
  for (const words of [text.replace(/\n/g, '\r\n'), `\uFEFF${text}`])
    expect(said(words)).toEqual([true, expect.stringMatching(/另存过[^]*与公布的根一致$/)])
  expect(said(text.replace(/\n/g, '\r\n').replace('"agree","channel"', '"disagree","channel"'))[0]).toBe(false)
})

test('a file that is not there, or a folder, is said in plain words', () => {
  for (const gone of [`${file}.gone`, path.dirname(file)])
    expect(() => verify(gone, root, () => undefined)).toThrow(/^读不了“.+”：没有这个文件，或它是一个文件夹/)
})
