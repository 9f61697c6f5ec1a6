/** Fewer than these say nothing about how things go, and may point at a person; no percentage is made of them. */
export const sampleMin = 5

/** A share within a sentence, e.g. "，占 8 件的 25.0%"; nothing of too few. */
export const shareWords = (numerator: number, denominator: number): string =>
  denominator < sampleMin ? '' : `，占 ${denominator} 件的 ${percentWords(numerator, denominator)}`

/** A fraction for people, rounded only here: "97.3%", or that the sample is too small. */
export const percentWords = (numerator: number, denominator: number): string =>
  denominator < sampleMin ? '样本太少' : roundedPercent(numerator, denominator, 1)

/**
 * A fraction of something for people, with so many decimals, half rounded up. What is not none never reads as nothing, nor what is not
 * whole as whole: of 2418 one is "不到 0.1%", and all but one of 20,000 "99.9% 以上".
 */
export const roundedPercent = (numerator: number, denominator: number, decimals: 1 | 2): string => {
  const whole = 100 * 10 ** decimals
  const words = (parts: number) => {
    const digits = String(parts).padStart(decimals + 1, '0')
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`
  }
  const rounded = Math.floor((numerator * 2 * whole + denominator) / (2 * denominator))
  if (rounded === 0 && numerator > 0) return `不到 ${words(1)}`
  if (rounded === whole && numerator < denominator) return `${words(whole - 1)} 以上`
  return words(rounded)
}
