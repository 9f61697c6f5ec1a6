/** Fewer than these say nothing about how things go, and may point at a person; no percentage is made of them. */
export const sampleMin = 5

/** A share within a sentence, e.g. "，占 8 件的 25.0%"; nothing of too few. */
export const shareWords = (numerator: number, denominator: number): string =>
  denominator < sampleMin ? '' : `，占 ${denominator} 件的 ${percentWords(numerator, denominator)}`

/** A fraction for people, rounded only here: "97.3%", or that the sample is too small. */
export const percentWords = (numerator: number, denominator: number): string => {
  if (denominator < sampleMin) return '样本太少'
  const tenths = Math.round((numerator * 1000) / denominator)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}
