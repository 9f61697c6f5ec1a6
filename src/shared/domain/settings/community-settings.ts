import { refuse, type Refusal } from '../../kernel/decision'
import { pointsText } from '../../kernel/points'
import { toInstant } from '../../kernel/time'
import { activitySettings } from '../activities/settings'
import { issueSettings } from '../issues/settings'
import { bankSettings } from '../lovebank/settings'
import { redeemSettings } from '../redemptions/settings'
import type { Setting, SettingUnit, ValuesOf } from './setting'
import type { SettingChange, SettingsRecord } from './settings-record'

/** Every number a community may set. Another domain adds its table here, and page, bounds and history are there. */
export const settingTable = { ...issueSettings, ...bankSettings, ...activitySettings, ...redeemSettings }
export type SettingValues = ValuesOf<typeof settingTable>

const table: Readonly<Record<string, Setting>> = settingTable

/** The numbers in force: what was set, the usual ones elsewhere. What a table no longer knows, or bounds no longer allow, counts for nothing. */
export const settingsFrom = (record: Pick<SettingsRecord, 'values'> | null): SettingValues =>
  Object.fromEntries(
    Object.entries(table).map(([code, { usual, min, max }]) => {
      const set = record?.values[code]
      return [code, set !== undefined && set >= min && set <= max ? set : usual]
    }),
  ) as SettingValues

const unitNames: Record<Exclude<SettingUnit, 'timeOfDay'>, string> = {
  workingHours: '个工作小时',
  workingDays: '个工作日',
  minutes: '分钟',
  hours: '小时',
  days: '天',
  months: '个月',
  times: '次',
  percent: '%',
  meters: '米',
  reports: '件',
  halfPoints: '分',
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A number as a person reads it, e.g. "7 个工作日", "08:30". */
export const settingWords = (unit: SettingUnit, value: number): string => {
  if (unit === 'timeOfDay') return `${twoDigits(Math.floor(value / 60))}:${twoDigits(value % 60)}`
  if (unit === 'halfPoints') return `${pointsText(value)} ${unitNames[unit]}`
  return unit === 'percent' ? `${value}%` : `${value} ${unitNames[unit]}`
}

/** The name of a setting and what its unit is; a code of earlier days keeps its code for a name. */
export const settingOf = (code: string): { name: string; words: (value: number) => string } => {
  const known = Object.hasOwn(table, code) ? table[code] : undefined
  return {
    name: known?.name ?? code,
    words: (value) => (known ? settingWords(known.unit, value) : String(value)),
  }
}

/** Everything that may be set, group by group in the order of the table, as a page shows it. */
export const settingGroupsOf = (values: SettingValues) => {
  const inForce: Readonly<Record<string, number>> = values
  return [...new Set(Object.values(table).map(({ group }) => group))].map((name) => ({
    name,
    settings: Object.entries(table)
      .filter(([, { group }]) => group === name)
      .map(([code, { name: called, unit, usual, min, max, meaning }]) => ({
        code,
        name: called,
        unit,
        unitName: unit === 'timeOfDay' ? '' : unitNames[unit],
        value: inForce[code]!,
        words: settingWords(unit, inForce[code]!),
        usual,
        usualWords: settingWords(unit, usual),
        min,
        max,
        boundsWords: `${settingWords(unit, min)} 到 ${settingWords(unit, max)}`,
        meaning,
      })),
  }))
}

const problemOf = (code: string, value: number): string | null => {
  if (!Object.hasOwn(table, code)) return '没有这一项设置'
  const { min, max, unit } = table[code]!
  return value < min || value > max ? `应在 ${settingWords(unit, min)} 到 ${settingWords(unit, max)} 之间` : null
}

/** What changing numbers leads to: the numbers to keep and what to remember of the change; null where all are as they were. */
export const changeSettings = (
  before: SettingsRecord | null,
  wanted: readonly { readonly code: string; readonly value: number }[],
  { _id, communityId, by, byName, now }: Omit<SettingChange, 'lines' | 'at'> & { now: number },
): { record: SettingsRecord; change: SettingChange } | null | Refusal<'SETTINGS_OUT_OF_BOUNDS'> => {
  const problems = wanted.flatMap(({ code, value }) => {
    const problem = problemOf(code, value)
    return problem ? [[code, problem] as const] : []
  })
  if (problems.length > 0) return refuse('SETTINGS_OUT_OF_BOUNDS', Object.fromEntries(problems))
  const inForce: Readonly<Record<string, number>> = settingsFrom(before)
  const lines = wanted.flatMap(({ code, value }) =>
    value === inForce[code] ? [] : [{ code, from: inForce[code]!, to: value }],
  )
  if (lines.length === 0) return null
  const at = toInstant(now)
  const values = { ...before?.values, ...Object.fromEntries(lines.map(({ code, to }) => [code, to])) }
  const unusual = Object.entries(values).filter(([code, value]) => table[code] && value !== table[code].usual)
  return {
    record: { _id: communityId, communityId, values: Object.fromEntries(unusual), updatedAt: at },
    change: { _id, communityId, lines, by, byName, at },
  }
}
