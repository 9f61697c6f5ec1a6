import fc from 'fast-check'
import { maskedText } from '@/shared/domain/issues/masked-text'

test.each([
  ['请打13800138000找我', '请打***找我'],
  ['电话 138 0013 8000。', '电话 ***。'],
  ['座机0533-7001234，谢谢', '座机***，谢谢'],
  ['身份证37030319800101123X', '身份证***'],
  ['号码１３８００１３８０００', '号码***'],
  ['1号楼2单元301室门口', '1号楼2单元301室门口'],
  ['20261125还没修', '***还没修'],
  ['从8:30到17:30一直响', '从8:30到17:30一直响'],
  ['1 3 8  0 0 1 3   8 0 0 0', '***'],
  ['261125之后', '261125之后'],
  ['2026-11-27 08:30 前修好', '2026-11-27 08:30 前修好'],
  ['2026/1/5到2026.1.8停水', '2026/1/5到2026.1.8停水'],
  ['2026-11-27 13800138000', '2026-11-27***'],
  ['2026-13-45', '***'],
  ['打幺三八零零幺三八零零零', '打***'],
  ['一三八 零零一三 八〇〇〇', '***'],
  ['138/0013/8000', '***'],
  ['138\u200D0013\u200D8000', '***'],
  ['三四五六楼都停水，二〇二六年以来第三次', '三四五六楼都停水，二〇二六年以来第三次'],
])('%s is shown as %s', (typed, shown) => {
  expect(maskedText(typed)).toBe(shown)
})

test('no run of seven digits is left, whatever stands between and around them', () => {
  const part = fc.constantFrom('1', '38', '0', ' ', '-', '楼', '8000', '（', '５', '·', 'X', '我')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const shown = maskedText(parts.join(''))
      expect(shown.replace(/[\s-]/g, '')).not.toMatch(/\d{7}/)
    }),
    { numRuns: 2000 },
  )
})
