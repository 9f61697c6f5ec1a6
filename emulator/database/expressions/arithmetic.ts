import { invalidParam } from '../../errors'
import { isNothing, misfit, numberFor, register, taking, wholeFor, type Operator } from './expression'

const of = (work: (value: number, name: string) => number): Operator =>
  taking(1, 1, ([value], name) => (isNothing(value) ? null : work(numberFor(value, name), name)))

const ofTwo = (work: (a: number, b: number, name: string) => number): Operator =>
  taking(2, 2, ([a, b], name) => {
    if (isNothing(a) || isNothing(b)) return null
    return work(numberFor(a, name), numberFor(b, name), name)
  })

const refuse = (message: string): never => {
  throw invalidParam(message)
}

const positive = (value: number, name: string): number =>
  value > 0 || Number.isNaN(value) ? value : refuse(`${name} needs a positive number`)

const sum = (values: unknown[], name: string): unknown => {
  let total = 0
  let dates = 0
  for (const value of values) {
    if (isNothing(value)) return null
    if (value instanceof Date) dates++
    total += value instanceof Date ? value.getTime() : numberFor(value, name)
  }
  if (dates > 1) throw invalidParam(`${name} takes one date at most`)
  return dates ? new Date(Math.round(total)) : total
}

const difference = ([a, b]: unknown[], name: string): unknown => {
  if (isNothing(a) || isNothing(b)) return null
  if (a instanceof Date) {
    if (b instanceof Date) return a.getTime() - b.getTime()
    return new Date(a.getTime() - Math.round(numberFor(b, name)))
  }
  return b instanceof Date ? misfit(name, 'a date to take a date from', a) : numberFor(a, name) - numberFor(b, name)
}

const product = (values: unknown[], name: string): number | null => {
  let result = 1
  for (const value of values) {
    if (isNothing(value)) return null
    result *= numberFor(value, name)
  }
  return result
}

/** Moves the decimal point without the noise of a multiplication: 1.005 by 2 is 100.5. */
const shifted = (value: number, places: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

const halfToEven = (value: number): number => {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

const toPlaces = (round: (value: number) => number): Operator =>
  taking(1, 2, ([value, places = 0], name) => {
    if (isNothing(value) || places === null) return null
    const number = numberFor(value, name)
    const digits = wholeFor(places, name)
    if (digits < -20 || digits > 100) throw invalidParam(`${name} keeps -20 to 100 places, not ${digits}`)
    return Number.isFinite(number) ? shifted(round(shifted(number, digits)), -digits) : number
  })

/** A logarithm that is whole where the power is: log 8 to base 2 is 3, not a hair beside it. */
const exactLog = (value: number, base: number): number => {
  const quotient = Math.log(value) / Math.log(base)
  const whole = Math.round(quotient)
  return base ** whole === value ? whole : quotient
}

register({
  $abs: of(Math.abs),
  $add: taking(0, Infinity, sum),
  $ceil: of(Math.ceil),
  $divide: ofTwo((a, b, name) => (b === 0 ? refuse(`${name} cannot divide by zero`) : a / b)),
  $exp: of(Math.exp),
  $floor: of(Math.floor),
  $ln: of((value, name) => Math.log(positive(value, name))),
  $log: ofTwo((value, base, name) => {
    if (base === 1) return refuse(`the base of ${name} may not be 1`)
    return exactLog(positive(value, name), positive(base, name))
  }),
  $log10: of((value, name) => Math.log10(positive(value, name))),
  $mod: ofTwo((a, b, name) => (b === 0 ? refuse(`${name} cannot divide by zero`) : a % b)),
  $multiply: taking(0, Infinity, product),
  $pow: ofTwo((base, power, name) =>
    base === 0 && power < 0 ? refuse(`${name} cannot raise 0 to a negative power`) : base ** power,
  ),
  $round: toPlaces(halfToEven),
  $sqrt: of((value, name) => (value < 0 ? refuse(`${name} needs a number that is not negative`) : Math.sqrt(value))),
  $subtract: taking(2, 2, difference),
  $trunc: toPlaces(Math.trunc),
})
