import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

export type SettingShown = OutputOf<ContractOf<'settings.getSettings'>>['groups'][number]['settings'][number]

/** A number as it is typed: a time of day with a colon, all else in figures. */
export const typedOf = (value: number, { unit }: Pick<SettingShown, 'unit'>): string =>
  unit === 'timeOfDay'
    ? `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`
    : String(value)

/** What was typed as a number, or the sentence that says why it is none. */
export const valueOf = (
  typed: string,
  { unit, min, max, boundsWords }: Pick<SettingShown, 'unit' | 'min' | 'max' | 'boundsWords'>,
): number | { problem: string } => {
  const words = typed.trim()
  const time = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(words)
  if (unit === 'timeOfDay' && !time) return { problem: '请写成 08:30 这样的时间' }
  if (unit !== 'timeOfDay' && !/^\d{1,6}$/.test(words)) return { problem: '请填写整数' }
  const value = time ? Number(time[1]) * 60 + Number(time[2]) : Number(words)
  return value < min || value > max ? { problem: `应在 ${boundsWords} 之间` } : value
}
