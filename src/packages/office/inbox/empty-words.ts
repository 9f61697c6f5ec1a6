export type Of = 'mine' | 'department'

/** What stands where a list is empty. */
export const emptyWords = {
  lead: { title: '没有牵头的事', words: '请您牵头时，会先发消息。' },
  help: { title: '没有协办的事', words: '请您协办时，会写明做什么。' },
  promises: { title: '没有承诺事项', words: '会上定下来的事，会出现在这里。' },
  meetings: { title: '没有联席会', words: '请您参加时，会提前发消息。' },
} as const
