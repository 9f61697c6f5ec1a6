import { problemOf } from '@/features/forms/problem'

const sentence = '进度不能超过 100'

test('what is wrong with an input is said there; within a list or a part of the form it is said beside the button', () => {
  expect(problemOf(null)).toBeUndefined()
  expect(problemOf({ message: sentence, fields: { percent: sentence } })).toBeUndefined()
  for (const field of ['sites.0.percent', 'scope.ids', ''])
    expect(problemOf({ message: sentence, fields: { [field]: sentence } })).toBe(sentence)
  // The same sentence stands at the list as well, which may be no input.
  const parts = { 'sites.0.percent': sentence, 'sites.0': sentence, sites: sentence }
  expect(problemOf({ message: sentence, fields: parts })).toBe(sentence)
  expect(problemOf({ message: '没有找到', fields: {} })).toBe('没有找到')
})
