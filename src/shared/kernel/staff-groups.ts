import { publicGroupNames, publicGroups } from './public-groups'

/** Groups of classes staff narrow a list to: the public ones, and what concerns people, which the public list never shows. */
export const staffGroups = [...publicGroups, 'people'] as const
export type StaffGroup = (typeof staffGroups)[number]

export const staffGroupNames: Record<StaffGroup, string> = { ...publicGroupNames, people: '居民' }
