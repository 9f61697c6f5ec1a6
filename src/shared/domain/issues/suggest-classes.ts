/** Sentences of each class, as somebody would say what is wrong, by class code. */
export type Examples = Readonly<Record<string, readonly string[]>>

/** Classes that fit a text, likeliest first; none where nothing in it was ever seen. */
export type Suggester = (text: string) => string[]

/** How much every class is taken to have seen of every word beforehand; chosen by five-fold cross-validation over the examples. */
const smoothing = 0.5

/** Digits stand for each other, and what is neither letter nor digit parts the words. */
const piecesOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[0-9０-９]+/g, '0')
    .split(/[^\p{L}\p{N}]+/u)

/** Every character and every two in a row, once each: Chinese needs no cutting into words to be told apart by them. */
const traitsOf = (text: string): string[] => {
  const pieces = piecesOf(text).map((piece) => [...piece])
  const traits = pieces.flatMap((piece) =>
    piece.flatMap((character, at) => [character, piece.slice(at, at + 2).join('')]),
  )
  return [...new Set(traits)]
}

interface Trait {
  /** Inverse document frequency: what is everywhere says little. */
  readonly weight: number
  readonly seen: Float64Array
}

/**
 * Learns from examples which class a text is about: naive Bayes over characters and pairs of them, each example weighted by
 * inverse document frequency to length one (Rennie and others 2003), all classes equally likely before a word is read.
 * Small enough to be learned anew in every process, so there are no weights to keep beside the sentences they came from.
 */
export const learnClasses = (examples: Examples): Suggester => {
  const codes = Object.keys(examples)
  const read = codes.flatMap((code, at) => examples[code]!.map((text) => ({ at, traits: traitsOf(text) })))
  const documents = new Map<string, number>()
  for (const { traits } of read) for (const trait of traits) documents.set(trait, (documents.get(trait) ?? 0) + 1)
  const known = new Map<string, Trait>()
  for (const [trait, count] of documents)
    known.set(trait, { weight: Math.log(read.length / count), seen: new Float64Array(codes.length) })
  const totals = new Float64Array(codes.length)
  for (const { at, traits } of read) {
    const length = Math.hypot(...traits.map((trait) => known.get(trait)!.weight + 1))
    for (const trait of traits) {
      const { weight, seen } = known.get(trait)!
      const share = (weight + 1) / length
      seen[at]! += share
      totals[at]! += share
    }
  }
  return (text) => {
    const found = traitsOf(text).flatMap((trait) => known.get(trait) ?? [])
    if (found.length === 0) return []
    const likelihood = codes.map((_, at) =>
      found.reduce(
        (sum, { weight, seen }) =>
          sum + weight * Math.log((seen[at]! + smoothing) / (totals[at]! + smoothing * known.size)),
        0,
      ),
    )
    return codes
      .map((code, at) => [code, likelihood[at]!] as const)
      .sort(([, a], [, b]) => b - a)
      .map(([code]) => code)
  }
}
