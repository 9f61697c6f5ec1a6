import type { PublicGroup } from '../../kernel/public-groups'

/** The classes of each group in which the public looks for issues; every public class is in exactly one. */
export const groupClasses: Record<PublicGroup, readonly string[]> = {
  clean: ['litter', 'rubble', 'smallAds', 'greenery', 'odourPests'],
  facility: ['standingWater', 'pipes', 'powerLight', 'lift', 'road', 'publicFacility'],
  safety: ['parking', 'fireLane', 'charging', 'fallingObject', 'illegalBuild'],
}
