/** Money is counted in fen (分), a whole number, so that no sum is ever rounded. Only people read yuan. */
export const fenMax = 100_000_000_000

/** An amount as people read it: 50000000 fen are "500,000.00 元", with a blank at which no line breaks. */
export const yuanWords = (fen: number): string => `${fen < 0 ? '-' : ''}${yuanText(Math.abs(fen))}\u00A0元`

/** The same without its unit, with thousands apart. */
const yuanText = (fen: number): string => {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(fen % 100).padStart(2, '0')}`
}

/** A plain decimal for a cell or an input: "500000.00". */
export const yuanDecimal = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** The fen of what somebody typed as yuan; null for anything that is no amount to the fen, a minus included, or more than anybody has. */
export const readYuan = (typed: string): number | null => {
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[,，\s元¥￥]/g, ''))
  const fen = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null
  return fen !== null && fen <= fenMax ? fen : null
}
