import { readCalendar } from '@/shared/domain/settings/read-calendar'
import { isRefusal, refuse, type Refusal } from '@/shared/kernel/decision'
import { dayOf } from '@/shared/kernel/time'
import { readSpreadsheet, type SheetRefusal } from '../../runtime/spreadsheet'

/** The years a table can be brought for: this one and the next. */
export const openYears = (now: number): number[] => {
  const year = Number(dayOf(now).slice(0, 4))
  return [year, year + 1]
}

/** The lines of the table in a file, or what is wrong with each cell. */
export const readFile = async (
  { year, content }: { year: number; content: string },
  now: number,
): Promise<ReturnType<typeof readCalendar> | Refusal<SheetRefusal | 'CALENDAR_YEAR_CLOSED'>> => {
  if (!openYears(now).includes(year)) return refuse('CALENDAR_YEAR_CLOSED')
  const sheet = await readSpreadsheet(new Uint8Array(Buffer.from(content, 'base64')))
  return isRefusal(sheet) ? sheet : readCalendar(sheet, year)
}
