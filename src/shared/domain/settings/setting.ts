/** In what a number is counted; `timeOfDay` is minutes after midnight, and people read `halfPoints` as points. */
export type SettingUnit =
  | 'timeOfDay'
  | 'workingHours'
  | 'workingDays'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'months'
  | 'times'
  | 'percent'
  | 'meters'
  | 'reports'
  | 'halfPoints'

/** One number that a community may set for itself (社区设置): a whole number within bounds, and what holds until it is set. */
export interface Setting {
  readonly group: string
  readonly name: string
  readonly unit: SettingUnit
  readonly usual: number
  readonly min: number
  readonly max: number
  /** What it means, in a sentence whoever sets it understands. */
  readonly meaning: string
}

/** One row of a table. */
export const setting = (
  group: string,
  name: string,
  unit: SettingUnit,
  [usual, min, max]: readonly [usual: number, min: number, max: number],
  meaning: string,
): Setting => ({ group, name, unit, usual, min, max, meaning })

/** The numbers of a table, by their codes. */
export type ValuesOf<T extends Readonly<Record<string, Setting>>> = { readonly [K in keyof T]: number }

/** What holds where nothing was set. */
export const usualOf = <T extends Readonly<Record<string, Setting>>>(table: T): ValuesOf<T> =>
  Object.fromEntries(Object.entries(table).map(([code, { usual }]) => [code, usual])) as ValuesOf<T>
