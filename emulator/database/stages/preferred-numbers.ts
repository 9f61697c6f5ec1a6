/** One decade of each series of preferred numbers, as MongoDB rounds to them. */
const series: Readonly<Record<string, readonly number[]>> = {
  R5: [1, 1.6, 2.5, 4, 6.3],
  R10: [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
  R20: [1, 1.12, 1.25, 1.4, 1.6, 1.8, 2, 2.24, 2.5, 2.8, 3.15, 3.55, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9],
  E6: [1, 1.5, 2.2, 3.3, 4.7, 6.8],
  E12: [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2],
  E24: [
    1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5, 8.2, 9.1,
  ],
  '1-2-5': [1, 2, 5],
}

/** Whether a granularity is known: R5, R10, R20, E6, E12, E24, 1-2-5 or POWERSOF2. */
export const isSeries = (name: unknown): boolean =>
  name === 'POWERSOF2' || (typeof name === 'string' && Object.hasOwn(series, name))

/** The least number of a series above a value; 0 stays 0. */
export const roundedUp = (value: number, name: string): number => {
  if (value === 0) return 0
  if (name === 'POWERSOF2') return 2 ** (Math.floor(Math.log2(value)) + 1)
  const decade = Math.floor(Math.log10(value))
  for (const power of [decade - 1, decade, decade + 1])
    for (const step of series[name] ?? []) {
      const number = Number(`${step}e${power}`)
      if (number > value) return number
    }
  return Infinity
}
