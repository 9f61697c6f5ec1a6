import type { Site } from './project'

/** How far works have come, as an exact fraction: each building counts by its weight. Null where nothing is to be done by building. */
export const progressOf = (
  sites: readonly Pick<Site, 'weight' | 'percent'>[],
): { done: number; whole: number } | null => {
  const whole = sites.reduce((sum, { weight }) => sum + weight * 100, 0)
  return whole === 0 ? null : { done: sites.reduce((sum, { weight, percent }) => sum + weight * percent, 0), whole }
}

/** The fraction for people, cut to a tenth of a percent: nothing reads 100 % before all of it is done, nor 0 once any of it is. */
export const progressTenths = ({ done, whole }: { done: number; whole: number }): number =>
  done > 0 ? Math.max(1, Math.floor((done * 1000) / whole)) : 0
