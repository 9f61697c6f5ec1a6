import { settings } from '@/shared/contracts/settings'
import type { Domain } from '../../runtime/handler'
import { checkCalendar } from './check-calendar'
import { getCalendar } from './get-calendar'
import { getSettings } from './get-settings'
import { importCalendar } from './import-calendar'
import { listSettingChanges } from './list-setting-changes'
import { updateSettings } from './update-settings'

export const domain: Domain<typeof settings> = {
  contracts: settings,
  handlers: { getCalendar, checkCalendar, importCalendar, getSettings, updateSettings, listSettingChanges },
}
