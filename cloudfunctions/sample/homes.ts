import type { Household } from '@/shared/domain/organization/records'
import { shuffled, type Chance } from './chance'

/** Hands out lived-in homes, each at most once, so that no two people of the sample meet in one by accident. */
export const homesOf = (households: readonly Household[], chance: Chance) => {
  const free = shuffled(
    households.filter((household) => !household.isVacant),
    chance,
  )
  return (lies: (household: Household) => boolean): Household => {
    const at = free.findIndex(lies)
    const [home] = at < 0 ? [] : free.splice(at, 1)
    if (!home) throw new Error('The sample ran out of homes')
    return home
  }
}
