/** Groups of classes the public list and map can be narrowed to. A file of its own, because only those pages need it. */
export const publicGroups = ['clean', 'facility', 'safety'] as const
export type PublicGroup = (typeof publicGroups)[number]

export const publicGroupNames: Record<PublicGroup, string> = {
  clean: '环境',
  facility: '设施',
  safety: '安全',
}
