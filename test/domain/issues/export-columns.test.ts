import { exportHeads, exportRow, neutralised } from '@/shared/domain/issues/export-columns'
import { issueIn } from './people'

test.each(['=1+1', '+86', '-2', '@x', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])('%j is made text', (cell) =>
  expect(neutralised(cell)).toBe(`'${cell}`),
)
test.each(['', '1125-K7M3', '陶埙苑1号楼', '4'])('%j stays as it is', (cell) => expect(neutralised(cell)).toBe(cell))

test('a row has a cell for every head, and no cell for who reported it', () => {
  const issue = { ...issueIn('handling'), reporterName: '李某某', text: '我是李某某' }
  const row = exportRow({ ...issue, place: { ...issue.place, door: '301室', words: '敲301' } })
  expect(row).toHaveLength(exportHeads.length)
  expect(row.join()).not.toMatch(/李某某|301/)
})
