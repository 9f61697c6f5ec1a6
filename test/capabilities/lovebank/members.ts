import type { TestCloud } from '../../support/cloud'

export const administrator = 'administrator-1'
export const desk = 'community-worker-1'
export const resident = 'resident-grid-6'

/** Gives somebody points by hand. */
export const giveTo = (world: TestCloud, ownerId: string, halfPoints: number, kind: 'person' | 'family' = 'person') =>
  world.ask(administrator, 'lovebank.adjustPoints', { kind, ownerId, halfPoints, reason: '年终奖励' })

export const householdOf = (world: TestCloud, personId: string): string =>
  world.documents('persons').find(({ _id }) => _id === personId)!.householdId!
