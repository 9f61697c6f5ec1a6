import type { Persona } from '@/client/session.h5'
import { roleNames, type Role } from '@/shared/kernel/roles'

export type PersonaGroup = 'residents' | 'team' | 'partners' | 'elsewhere'

export const groupNames: Record<PersonaGroup, string> = {
  residents: '居民',
  team: '网格队伍',
  partners: '部门与物业',
  elsewhere: '其他社区',
}

const partnerRoles = ['propertyManager', 'areaPolice', 'localUnit', 'officer', 'clerk', 'administrator']
const teamRoles = ['gridWorker', 'communityWorker', 'groupLeader', 'branchSecretary', 'buildingHead', 'unitHead', 'hub']

const departments: Record<string, string> = {
  'officer-law-enforcement': '综合行政执法',
  'officer-labour': '劳动保障',
  'officer-comprehensive': '综治',
  'officer-justice': '司法',
  'officer-police': '公安',
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const gridName = (gridId: string): string => {
  const number = /(\d+)$/.exec(gridId)?.[1]
  return number ? `第${digits[Number(number)] ?? number}网格` : ''
}

/** Where one looks for a person: by what they do here, and apart when they belong to another community. */
export const groupOf = (persona: Persona, home: string): PersonaGroup => {
  if (persona.communityId !== home) return 'elsewhere'
  if (persona.roles.some((role) => partnerRoles.includes(role))) return 'partners'
  if (persona.roles.some((role) => teamRoles.includes(role))) return 'team'
  return 'residents'
}

/** What they do, e.g. "专职网格员 · 第六网格". */
export const describe = (persona: Persona): string => {
  const roles = persona.roles.filter((role) => role !== 'resident' || persona.roles.length === 1)
  const names = roles.map((role) => roleNames[role as Role] ?? role)
  const words = names.length > 0 ? names.join('、') : '刚扫码进来，还没绑定住房'
  return [words, departments[persona.id], persona.gridId && gridName(persona.gridId)].filter(Boolean).join(' · ')
}

/** Those a typed word fits: a name, a post, a grid, or the id used by programs. */
export const searchPersonas = (personas: readonly Persona[], typed: string): readonly Persona[] => {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return personas.filter((persona) => {
    const text = `${persona.name} ${describe(persona)} ${persona.id}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
