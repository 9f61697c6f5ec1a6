import { projectSteps, type ProjectStep } from '../../kernel/projects'

/** So many projects of one unit that reached one step and stand or ended there. */
export interface FunnelGroup {
  readonly unitId: string
  readonly reached: ProjectStep
  readonly isEnded: boolean
  readonly count: number
}

/** One step of the funnel: how many came so far, how many stand there, how many ended there. */
export interface FunnelStep {
  step: ProjectStep
  reached: number
  here: number
  ended: number
}

/**
 * The funnel of a call: at every step `reached` = the next step's `reached` + `here` + `ended`, so that the first is all proposals and
 * nothing gets lost between.
 */
export const funnelOf = (groups: readonly FunnelGroup[]): FunnelStep[] => {
  const sum = (some: readonly FunnelGroup[]) => some.reduce((whole, { count }) => whole + count, 0)
  return projectSteps.map((step, at) => ({
    step,
    reached: sum(groups.filter(({ reached }) => projectSteps.indexOf(reached) >= at)),
    here: sum(groups.filter(({ reached, isEnded }) => reached === step && !isEnded)),
    ended: sum(groups.filter(({ reached, isEnded }) => reached === step && isEnded)),
  }))
}
