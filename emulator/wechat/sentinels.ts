/** How the double may behave when it is asked about something. */
export const behaviours = ['pass', 'review', 'risky', 'late', 'lost', 'duplicate', 'failed', 'busy', 'slow'] as const
export type Behaviour = (typeof behaviours)[number]

/** Words that make it so. They may stand anywhere in a text. */
const words: Readonly<Record<string, Behaviour>> = {
  违规测试: 'risky',
  待审测试: 'review',
  检测繁忙: 'busy',
  检测超时: 'slow',
}

/** What a text asks for by the words in it; whatever has none passes. */
export const behaviourOfText = (text: string): Behaviour =>
  Object.entries(words).find(([word]) => text.includes(word))?.[1] ?? 'pass'

const marker = /WXCHECK:([a-z]+)/

/** What a picture asks for by a marker such as `WXCHECK:risky` in its bytes; null without one. */
export const behaviourOfBytes = (bytes: Buffer): Behaviour | null => {
  const [, name] = marker.exec(bytes.toString('latin1')) ?? []
  return behaviours.find((behaviour) => behaviour === name) ?? null
}

/** WeChat's label of what the double finds: 20006 crime, 20002 pornography, 100 nothing. */
export const labelOf = (suggest: 'pass' | 'review' | 'risky'): number =>
  ({ pass: 100, review: 20002, risky: 20006 })[suggest]
