import type { ThemeSettings } from '@/shared/domain/activities/records'
import { themeNames, themes, type Theme } from '@/shared/kernel/themes'
import type { ReadStore } from './store'

export const themeSettingsId = (communityId: string): string => `themes-${communityId}`

/** What a community calls its themes: the four as staff have named them, the rest by their own names. One request. */
export const themesOf = async (
  store: ReadStore,
  communityId: string,
): Promise<{ names: Record<Theme, string>; list: { theme: Theme; name: string }[] }> =>
  namesFrom(await store.themeSettings.get(themeSettingsId(communityId)))

export const namesFrom = (settings: Pick<ThemeSettings, 'names'> | null) => {
  const names = { ...themeNames, ...settings?.names }
  return { names, list: themes.map((theme) => ({ theme, name: names[theme] })) }
}
