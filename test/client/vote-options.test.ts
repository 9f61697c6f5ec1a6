import { isLeftBlank, optionsOf } from '@/packages/participation/topic/vote-options'

const blankOption = { text: '', pro: '', con: '' }

test('an option that was added and left blank is not wanted; one of the first two is still to be filled', () => {
  const typed = [
    { ...blankOption, text: '装东侧', pro: '照得到台阶' },
    blankOption,
    { ...blankOption, con: ' 太贵' },
    blankOption,
  ]
  expect(typed.map(isLeftBlank)).toEqual([false, false, false, true])
  expect(optionsOf(typed)).toEqual([
    { text: '装东侧', arguments: [{ side: 'for', text: '照得到台阶' }] },
    { text: '', arguments: [] },
    { text: '', arguments: [{ side: 'against', text: ' 太贵' }] },
  ])
})
