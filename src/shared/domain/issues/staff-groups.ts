import { publicGroups } from '../../kernel/public-groups'
import type { StaffGroup } from '../../kernel/staff-groups'
import { groupClasses } from './class-groups'
import { classTable } from './class-table'

/** The group a class belongs to for staff; what no public group names concerns people. */
export const staffGroupOf = (classCode: string): StaffGroup =>
  publicGroups.find((group) => groupClasses[group].includes(classCode)) ?? 'people'

/** The classes of a group; every class is in exactly one. */
export const classesIn = (group: StaffGroup): string[] =>
  classTable.map(({ code }) => code).filter((code) => staffGroupOf(code) === group)
