import { turnoutWords, type Meeting } from '@/packages/office/meeting/meeting'

const seat = (personId: string) => ({ personId }) as Meeting['invited'][number]
const came = (personId: string | null) => ({ personId }) as Meeting['attendance'][number]

test('a guest does not stand in for somebody who was asked and stayed away', () => {
  const invited = [seat('a'), seat('b')]
  expect(turnoutWords({ invited, attendance: [] })).toBe('应到 3 人，签到 0 人')
  expect(turnoutWords({ invited, attendance: [came('chair'), came('a'), came(null)] })).toBe(
    '应到 3 人，签到 2 人，临时到场 1 人',
  )
})
