import slips from './duplicate-slips.json'

const numerals: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** A digit written in Chinese as a digit. */
export const digitOf = (letter: string): string => String(numerals[letter] ?? letter)

/** A number written in Chinese up to 99, or digit by digit (三零二), as digits. */
const digitsOf = (words: string): string => {
  if (!words.includes('十')) return [...words].map(digitOf).join('')
  const [tens = '', ones = ''] = words.split('十')
  return String((tens ? numerals[tens]! : 1) * 10 + (ones ? numerals[ones]! : 0))
}

const beforeMeasures =
  /[零〇一二两俩三仨四五六七八九十]+(?=号楼|号|栋|幢|单元|楼|层|门洞|室|户|[和与跟到至、][一二三四五六七八九十\d]+(?:号楼|号|栋|幢))/g
const spelledFlat = /(?<![零〇一二三四五六七八九十])[一二三四五六七八九][零〇][一二三四五六七八九]/g

/** Slips of the pen that sound like what is meant, by what is meant. */
const meantBy = new Map(
  Object.entries<string>(slips).flatMap(([meant, some]) => some.split(' ').map((slip) => [slip, meant])),
)
const slipPattern = new RegExp([...meantBy.keys()].join('|'), 'g')

/** A text in one spelling: half-width, lower case, and numbers of buildings, units and floors in digits (三号楼, 3#, 3栋 are 3号楼). */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(slipPattern, (slip) => meantBy.get(slip)!)
    .replace(spelledFlat, digitsOf)
    .replace(beforeMeasures, digitsOf)
    .replace(/(\d+)(#楼?|栋|幢|号楼|号(?=\d单元))/g, '$1号楼')
    .replace(/(\d+)(号?门洞)/g, '$1单元')
