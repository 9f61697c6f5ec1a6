import type { Ask } from '@/features/issues/joint/ask'

/** One note of upkeep. */
export const noteAsk = (id: string): Ask => ({
  key: 'note',
  name: 'issues.noteUpkeep',
  title: '记一次养护',
  explain: '一句话就行，有照片更好。',
  submit: '记下',
  done: '记下了，辛苦了',
  fields: [
    { name: 'text', kind: 'lines', label: '做了什么', max: 200, placeholder: '例如：沿路捡了一遍，两袋垃圾' },
    { name: 'fileIds', kind: 'photos', label: '照片', help: '不是必须' },
  ],
  input: ({ words, fileIds }) => ({ id, text: words.text ?? '', fileIds }),
})

/** Giving it up. */
export const endAsk = (id: string): Ask => ({
  key: 'end',
  name: 'issues.endAdoption',
  title: '终止认养',
  explain: '终止后，这块地由社区值班岗接着照看。',
  submit: '终止认养',
  done: '已终止，交回社区照看',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '为什么', max: 200, placeholder: '例如：搬家了' }],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})
