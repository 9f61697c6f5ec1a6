import { settings } from '@/shared/contracts/settings'
import type { Domain } from '../../runtime/handler'
import { checkCalendar } from './check-calendar'
import { getCalendar } from './get-calendar'
import { importCalendar } from './import-calendar'

export const domain: Domain<typeof settings> = {
  contracts: settings,
  handlers: { getCalendar, checkCalendar, importCalendar },
}
