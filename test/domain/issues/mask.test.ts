import { masked } from '@/shared/domain/issues/mask'

test.each([
  ['请打13812345678找我', '请打138****78找我'],
  ['电话 138-1234-5678。', '电话 138****78。'],
  ['138 1234 5678', '138****78'],
  ['+86 13812345678', '+86 138****78'],
  ['8613812345678', '86138****78'],
  ['１３８１２３４５６７８', '１３８****７８'],
  ['身份证370303199001011234', '身份证370****34'],
  ['37030319900101123x，', '370****3x，'],
  ['老证370303900101123', '老证370****23'],
  ['卡号6222021604001234567', '卡号622****67'],
  ['卡号 6222 0216 0400 1234', '卡号 622****34'],
  ['座机0533-2981234', '座机053****34'],
  ['（0533）2981234', '053****34'],
  ['两个 13812345678、13912345678', '两个 138****78、139****78'],
])('numbers that lead to a person keep their ends only: %s', (text, shown) => expect(masked(text)).toBe(shown))

test.each([
  '3号楼2单元501',
  '2026年11月25日 14:30',
  '拨打12345',
  '限速20',
  '11月1日至11月30日',
  '编号 12345678901234',
  '',
])('other numbers stay: %s', (text) => expect(masked(text)).toBe(text))

test('what has been masked stays as it is', () => {
  const once = masked('13812345678 370303199001011234')
  expect(masked(once)).toBe(once)
})

test('a long text is masked without going astray', () => {
  const text = '1'.repeat(2000) + ' - '.repeat(300)
  const began = performance.now()
  masked(text)
  expect(performance.now() - began).toBeLessThan(200)
})
