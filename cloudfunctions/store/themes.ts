import type { ThemeSettings } from '@/shared/domain/activities/records'
import { themeNames, themes, type Theme } from '@/shared/kernel/themes'
import { namesAmong } from './names-of'
import type { ReadStore } from './store'

export const themeSettingsId = (communityId: string): string => `themes-${communityId}`

/** What a community calls its themes: the four as staff have named them, the rest by their own names. One request. */
export const themesOf = async (
  store: ReadStore,
  communityId: string,
): Promise<{ names: Record<Theme, string>; list: { theme: Theme; name: string }[] }> =>
  namesFrom(await store.themeSettings.get(themeSettingsId(communityId)))

/** What a list of activities is read with: the names of its themes and of its leaders. One request. */
export const themesAndNames = async (store: ReadStore, communityId: string, personIds: readonly string[]) => {
  const [found] = (await store.aggregate('communities', { _id: communityId }, [
    { limit: 1 },
    {
      lookup: {
        from: 'themeSettings',
        pipeline: [{ $match: { _id: themeSettingsId(communityId) } }],
        as: 'themeSettings',
      },
    },
    {
      lookup: {
        from: 'persons',
        pipeline: [{ $match: { _id: { $in: [...new Set(personIds)] } } }, { $project: { name: 1 } }],
        as: 'people',
      },
    },
  ])) as { themeSettings: ThemeSettings[]; people: { _id: string; name: string }[] }[]
  return { ...namesFrom(found?.themeSettings[0] ?? null), nameOf: namesAmong(found?.people ?? []) }
}

export const namesFrom = (settings: Pick<ThemeSettings, 'names'> | null) => {
  const names = { ...themeNames, ...settings?.names }
  return { names, list: themes.map((theme) => ({ theme, name: names[theme] })) }
}
