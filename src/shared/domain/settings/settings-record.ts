import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'

/** What a community has set, by code; what it left as usual is not there. One document a community, whose id is the community's. */
export const settingsRecord = z.object({
  _id: id,
  communityId: id,
  values: z.record(z.string(), z.number().int()),
  updatedAt: instant,
})
export type SettingsRecord = z.infer<typeof settingsRecord>

/** Who set what, from which number to which, and when. */
export const settingChangeRecord = z.object({
  _id: id,
  communityId: id,
  lines: z.array(z.object({ code: z.string(), from: z.number().int(), to: z.number().int() })),
  by: id,
  byName: z.string(),
  at: instant,
})
export type SettingChange = z.infer<typeof settingChangeRecord>
