/** A household that needs somebody who keeps in touch with it (包网联户). */
export interface ToContact {
  readonly householdId: string
  /** Who may be its contact, the nearest first: of the first tier that has anybody, whoever has fewest. */
  readonly tiers: readonly (readonly string[])[]
}

/**
 * Gives every household exactly one contact, evenly: of the nearest who may, whoever has fewest so far, then the lowest id. `loads` says
 * how many each has already. A household nobody may contact is a mistake in the tiers, whose last is the duty post.
 */
export const assignEvenly = (
  households: readonly ToContact[],
  loads: ReadonlyMap<string, number> = new Map(),
): Map<string, string> => {
  const load = new Map(loads)
  return new Map(
    households.map(({ householdId, tiers }) => {
      const tier = tiers.find((people) => people.length > 0)
      if (!tier) throw new Error(`nobody may contact the household ${householdId}`)
      const chosen = tier.reduce((best, one) => {
        const [least, more] = [load.get(best) ?? 0, load.get(one) ?? 0]
        return more < least || (more === least && one < best) ? one : best
      })
      load.set(chosen, (load.get(chosen) ?? 0) + 1)
      return [householdId, chosen]
    }),
  )
}

interface Contact {
  readonly personId: string
  /** Where they live, so that nobody keeps in touch with their own home. */
  readonly homeId: string | null
}

/** Somebody in a post, as far as contacts are concerned. */
export interface Post extends Contact {
  readonly role: string
  readonly scope: { readonly kind: string; readonly id: string }
}

interface Home {
  readonly _id: string
  readonly buildingId: string
  readonly unitId: string
}

/**
 * Whom to choose from, nearest first: the unit's and the building's heads with the party contact households (党员中心户) of the building;
 * the grid's worker; the duty post; and where all of those are away, those of the duty post all the same, so that no household is without
 * anybody. Of `posts` nobody is away. `buildingOfHome` finds the building of a contact household.
 */
export const tiersOf = (
  posts: readonly Post[],
  {
    gridOfBuilding,
    buildingOfHome,
    duty,
  }: {
    readonly gridOfBuilding: (buildingId: string) => string | undefined
    readonly buildingOfHome: (householdId: string) => string | undefined
    readonly duty: readonly (Contact & { readonly isAway: boolean })[]
  },
): ((home: Home) => (readonly string[])[]) => {
  const near = new Map<string, Post[]>()
  const keep = (key: string, post: Post) => void near.set(key, [...(near.get(key) ?? []), post])
  for (const post of posts) {
    const { role, scope } = post
    if (role === 'unitHead') keep(`unit ${scope.id}`, post)
    if (role === 'buildingHead') keep(`building ${scope.id}`, post)
    if (role === 'hub') keep(`building ${buildingOfHome(scope.id) ?? ''}`, post)
    if (role === 'gridWorker') keep(`grid ${scope.id}`, post)
  }
  return ({ _id, buildingId, unitId }) => {
    const of = (...keys: string[]) => [
      ...new Set(
        keys
          .flatMap((key) => near.get(key) ?? [])
          .filter(({ homeId }) => homeId !== _id)
          .map(({ personId }) => personId),
      ),
    ]
    return [
      of(`unit ${unitId}`, `building ${buildingId}`),
      of(`grid ${gridOfBuilding(buildingId) ?? ''}`),
      duty.filter(({ isAway, homeId }) => !isAway && homeId !== _id).map(({ personId }) => personId),
      duty.map(({ personId }) => personId),
    ]
  }
}
