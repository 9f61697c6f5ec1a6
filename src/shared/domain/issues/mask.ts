/** Digits as people type them, full width too, with what they put between them. */
const digit = '[0-9０-９]'
const gap = '[-\\s.·–—－]{0,2}'
const run = (count: number, first = digit): string => first + `${gap}${digit}`.repeat(count - 1)

const notAmongDigits = [`(?<!${digit})`, `(?!${digit})`] as const
const whole = (pattern: string): RegExp => new RegExp(notAmongDigits[0] + pattern + notAmongDigits[1], 'gu')

/** Eighteen signs of an identity number (居民身份证号), the last a digit or X; and the fifteen digits of the old kind. */
const identityNumbers = [whole(`${run(17)}${gap}[0-9０-９XxＸｘ]`), whole(run(15))]
/** Bank cards, 16 to 19 digits. */
const cards = [whole(run(19)), whole(run(17)), whole(run(16))]
/** Mobile numbers of the mainland, with or without +86. */
const mobiles = new RegExp(
  `(?:(?<![0-9０-９])|(?<=(?<![0-9０-９])(?:86|８６|0086)))[1１]${gap}[3-9３-９]${`${gap}${digit}`.repeat(9)}${notAmongDigits[1]}`,
  'gu',
)
/** Telephones with an area code, in brackets or not. */
const telephones = new RegExp(
  `(?<![0-9０-９])[(（]?[0０]${digit}{2,3}[)）]?[-\\s－]?${digit}{7,8}${notAmongDigits[1]}`,
  'gu',
)

const starred = (found: string): string => {
  const digits = [...found].filter((sign) => /[0-9０-９XxＸｘ]/u.test(sign))
  return `${digits.slice(0, 3).join('')}****${digits.slice(-2).join('')}`
}

/**
 * A text as strangers may read it: identity numbers, bank cards, mobile numbers and telephones keep their ends only. It stands at the end
 * of every way from somebody's words to the public; what a person's name is, no rule can tell.
 */
export const masked = (text: string): string =>
  [...identityNumbers, ...cards, mobiles, telephones].reduce((left, pattern) => left.replace(pattern, starred), text)
