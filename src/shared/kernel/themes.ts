/**
 * What an activity is for. The first four are the themes of 四爱志愿周周行, which staff may call otherwise; hours are summed by theme.
 */
export const lovingThemes = ['elders', 'children', 'neighbours', 'home'] as const
export type LovingTheme = (typeof lovingThemes)[number]

export const themes = [...lovingThemes, 'litter', 'other'] as const
export type Theme = (typeof themes)[number]

export const themeNames: Record<Theme, string> = {
  elders: '爱老',
  children: '爱幼',
  neighbours: '爱邻',
  home: '爱家园',
  litter: '捡拾垃圾',
  other: '其他',
}

/** Children by age, and nothing finer: an activity needs to know no more. */
export const ageGroups = ['under6', 'from6to9', 'from10to13'] as const
export const ageGroupNames: Record<(typeof ageGroups)[number], string> = {
  under6: '6 岁以下',
  from6to9: '6–9 岁',
  from10to13: '10–13 岁',
}
