const bitsOf = (text: string): Set<string> => {
  const letters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at]! + letter))
}

/** How much of the shorter text's pairs of neighbouring characters the longer has, from 0 to 1. */
export const likenessOf = (a: string, b: string): number => {
  const [left, right] = [bitsOf(a), bitsOf(b)]
  const common = [...left].filter((bit) => right.has(bit)).length
  return common / Math.max(1, Math.min(left.size, right.size))
}

/** A title of fewer pairs is in too much of what people write. */
const titleBitsMin = 4
/** How much of a title somebody types who means the same: beside it they may say whatever they like. */
const titleFrom = 0.6

/** How much of a title stands in what is typed; 0 where that is too little to tell. */
const titleLikeness = (typed: string, title: string): number => {
  const [said, own] = [bitsOf(typed), bitsOf(title)]
  const share = [...own].filter((bit) => said.has(bit)).length / Math.max(1, own.size)
  return own.size >= titleBitsMin && share >= titleFrom ? share : 0
}

/** From which likeness on a topic is shown to whoever types another. */
export const alikeFrom = 0.3
const alikeMax = 3

/** The topics most like what is typed, at most three, the likest first. */
export const alike = <T extends { readonly title: string; readonly text: string }>(
  typed: string,
  topics: readonly T[],
): T[] =>
  topics
    .map((topic) => ({
      topic,
      likeness: Math.max(likenessOf(typed, `${topic.title}${topic.text}`), titleLikeness(typed, topic.title)),
    }))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, alikeMax)
    .map(({ topic }) => topic)
