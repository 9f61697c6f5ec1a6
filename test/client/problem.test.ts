import { CallError } from '@/client/call'
import { problemOf } from '@/features/forms/problem'

const wrong = (fields: Record<string, string>) => new CallError('INVALID_INPUT', Object.values(fields)[0]!, fields)

test('what is wrong with an input is said there; within a list or a part of the form it is said beside the button', () => {
  expect(problemOf(null)).toBeUndefined()
  expect(problemOf(wrong({ title: '请填写标题' }))).toBeUndefined()
  for (const field of ['sites.0.percent', 'scope.ids', ''])
    expect(problemOf(wrong({ [field]: '进度不能超过 100' }))).toBe('进度不能超过 100')
  expect(problemOf(new CallError('NOT_FOUND', '没有找到'))).toBe('没有找到')
})
