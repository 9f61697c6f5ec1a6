import { reckoningOf, type MyShare } from '@/packages/participation/my-share/words'

const share: MyShare['share'] = {
  householdId: 'household-1',
  label: '101',
  areaHundredths: 8000,
  plannedFen: 100_00,
  dueFen: 100_00,
  exemptFor: null,
  paidFen: 0,
  refundedFen: 0,
  balanceFen: 100_00,
}
const mine: MyShare = {
  title: '暖气管道更换',
  building: '1号楼',
  rule: 'area',
  totalFen: 1000_00,
  base: { households: 10, areaHundredths: 80_000 },
  residue: '零头',
  treasurerName: '经办',
  share,
  standing: 'due',
  payments: [],
  now: '2026-11-27T00:00:00.000Z',
}
const sumOf = (changes: Partial<MyShare['share']>) =>
  reckoningOf({ ...mine, share: { ...share, ...changes } }).find(({ label }) => label === '算式')!.value

test('the sum a household reads gives its share; who was free before sharing stands in no sum', () => {
  expect(sumOf({})).toContain('÷ 800.00 ㎡')
  // Freed later, it still bears its share, which is not asked for.
  expect(sumOf({ exemptFor: '低保', dueFen: 0 })).toContain('÷ 800.00 ㎡')
  expect(sumOf({ exemptFor: '低保', plannedFen: 0, dueFen: 0 })).toBe('分摊前就免缴，由其他户分摊全部')
})
