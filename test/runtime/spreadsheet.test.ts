import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { readSeparated, readSpreadsheet } from '@cloud/runtime/spreadsheet'
import { sheetXml, workbook } from '../support/sheets'

const text = (words: string) => readSpreadsheet(strToU8(words))
const heading = ['日期', '类型', '名称']

test('a workbook: words, numbers, days as serials with a format, and formulas with the value they were saved with', async () => {
  const xml = sheetXml([
    heading,
    [{ serial: 46388 }, '放假', '元旦'],
    [46389, { formula: 'B2', value: '放假' }, { formula: '1+1', value: 2 }],
    [{ formula: 'TODAY()', value: null }, '=HYPERLINK("http://x")', '<&>'],
  ])
  expect(await readSpreadsheet(workbook(xml))).toEqual([
    heading,
    ['2027-01-01', '放假', '元旦'],
    [46389, '放假', 2],
    [null, '=HYPERLINK("http://x")', '<&>'],
  ])
})

test('separated text in every dress it comes in', async () => {
  const rows = [heading, ['2027-01-01', '放假', '元旦']]
  const csv = '日期,类型,名称\r\n2027-01-01,放假,元旦'
  expect(await text(csv)).toEqual(rows)
  expect(await text(`\uFEFF${csv}`)).toEqual(rows)
  expect(await text(csv.replace(/,/g, '\t'))).toEqual(rows)
  expect(await text(csv.replace(/,/g, ';'))).toEqual(rows)
  expect(await readSpreadsheet(new Uint8Array(Buffer.from(`\uFEFF${csv}`, 'utf16le')))).toEqual(rows)
  const gbk = Buffer.from('c8d5c6da2cc0e0d0cd2cc3fbb3c60d0a323032372d30312d30312cb7c5bcd92cd4aab5a9', 'hex')
  expect(await readSpreadsheet(new Uint8Array(gbk))).toEqual(rows)
})

test('quoted cells keep what they hold', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
      const quoted = (cell: string) => `"${cell.replace(/"/g, '""')}"`
      const written = ['"a","b"', ...table.map((row) => row.map(quoted).join(','))].join('\r\n')
      expect(readSeparated(written)).toEqual([['a', 'b'], ...table])
    }),
  )
})

test.each([
  ['SHEET_TOO_LARGE', 'a megabyte and one byte', () => new Uint8Array(1_048_577).fill(65)],
  [
    'SHEET_OLD_FORMAT',
    'an old or encrypted workbook',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  ],
  ['SHEET_UNREADABLE', 'nothing', () => strToU8('  \n ')],
  ['SHEET_UNREADABLE', 'a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])],
  ['SHEET_UNREADABLE', 'a zip of something else', () => zipSync({ 'a.txt': strToU8('x') })],
  ['SHEET_UNREADABLE', 'half a workbook', () => workbook(sheetXml([heading])).slice(0, 400)],
  ['SHEET_UNREADABLE', 'a workbook of rubbish', () => workbook('', { 'xl/workbook.xml': strToU8('<<<') })],
  [
    'SHEET_TOO_LONG',
    'a cell at the far corner',
    () => workbook('<worksheet><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'),
  ],
  ['SHEET_TOO_LONG', 'thousands of rows', () => workbook(sheetXml(Array.from({ length: 2001 }, () => ['a'])))],
  ['SHEET_TOO_LONG', 'thousands of lines', () => strToU8('a,b\n'.repeat(2001))],
  [
    'SHEET_TOO_LONG',
    'thousands of rows without numbers',
    () => workbook(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(3000)}</sheetData></worksheet>`),
  ],
])('%s for %s', async (refused, _name, bytes) => {
  expect(await readSpreadsheet(bytes())).toEqual({ refused })
})

test('what a sheet claims of its size is not believed', async () => {
  const xml = sheetXml([heading], '<dimension ref="A1:XFD1048576"/>')
  expect(await readSpreadsheet(workbook(xml))).toEqual([heading])
})

test('a bomb is put down while it is small, whatever it claims about itself', async () => {
  const bomb = workbook(' '.repeat(200 * 1_048_576))
  expect(bomb.length).toBeLessThan(1_048_576)
  const before = process.memoryUsage().rss
  expect(await readSpreadsheet(bomb)).toEqual({ refused: 'SHEET_UNREADABLE' })
  // The same with sizes of a few bytes written where the sizes stand.
  const lying = Uint8Array.from(bomb)
  const view = new DataView(lying.buffer)
  for (let at = 0; at + 4 < lying.length; at++)
    if (view.getUint32(at, true) === 200 * 1_048_576) view.setUint32(at, 10, true)
  expect(await readSpreadsheet(lying)).toEqual({ refused: 'SHEET_UNREADABLE' })
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1_048_576)
})

test('entities are not expanded, and no outside file is asked for', async () => {
  const xml = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1000)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>${sheetXml([
    heading,
    ['&a;', '&c;', 'x'],
  ])
    .replace('<?xml version="1.0"?>', '')
    .replace(/&amp;/g, '&')}`
  expect(JSON.stringify(await readSpreadsheet(workbook(xml)))).not.toMatch(/bbbb|root:/)
})

test('any bytes at all are answered, never thrown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isZip) => {
      const sent = isZip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes
      const read = await readSpreadsheet(sent)
      expect(Array.isArray(read) || 'refused' in read).toBe(true)
    }),
  )
})
