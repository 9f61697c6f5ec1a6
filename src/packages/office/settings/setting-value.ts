import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { halfPointsOfPoints, pointsText } from '@/shared/kernel/points'

export type SettingShown = OutputOf<ContractOf<'settings.getSettings'>>['groups'][number]['settings'][number]

/** A number as it is typed: a time of day with a colon, points with their half, all else in figures. */
export const typedOf = (value: number, { unit }: Pick<SettingShown, 'unit'>): string => {
  if (unit === 'halfPoints') return pointsText(value)
  return unit === 'timeOfDay'
    ? `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`
    : String(value)
}

/** How each unit is typed, and what is said to whoever types it otherwise. */
const spellings: Readonly<
  Record<string, { spelt: RegExp; problem: string; read: (typed: RegExpExecArray) => number }>
> = {
  timeOfDay: {
    spelt: /^([01]?\d|2[0-3])[:：]([0-5]\d)$/,
    problem: '请写成 08:30 这样的时间',
    read: ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
  },
  halfPoints: {
    spelt: /^\d{1,6}(?:\.[05])?$/,
    problem: '请填写整数，或带 .5 的半分',
    read: ([points]) => halfPointsOfPoints(Number(points)),
  },
}
const inFigures = { spelt: /^\d{1,6}$/, problem: '请填写整数', read: ([figures]: RegExpExecArray) => Number(figures) }

/** What was typed as a number, or the sentence that says why it is none. */
export const valueOf = (
  typed: string,
  { unit, min, max, boundsWords }: Pick<SettingShown, 'unit' | 'min' | 'max' | 'boundsWords'>,
): number | { problem: string } => {
  const { spelt, problem, read } = spellings[unit] ?? inFigures
  const found = spelt.exec(typed.trim())
  if (!found) return { problem }
  const value = read(found)
  return value < min || value > max ? { problem: `应在 ${boundsWords} 之间` } : value
}
