import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import type { ProjectState } from '../../kernel/projects'
import { dayOf, toInstant } from '../../kernel/time'
import { areWorksDaysFit } from '../issues/works'
import type { Works } from '../issues/works-shape'
import { canKeepWorks } from './moves'
import type { Project, Site } from './project'

/** From approval until somebody has to accept what was done. */
const states: readonly ProjectState[] = ['approved', 'underway']

/** The project with its works as they now stand, and how far each building has come; what was noted before is replaced. */
export const withWorks = (
  project: Project,
  works: Works,
  sites: readonly Site[],
  actor: Actor,
  now: number,
): Project | Refusal<'FORBIDDEN' | 'WORKS_NOT_NOW' | 'WORKS_DAYS_UNFIT'> => {
  if (!canKeepWorks(project, actor)) return refuse('FORBIDDEN')
  if (!states.includes(project.state)) return refuse('WORKS_NOT_NOW')
  if (!areWorksDaysFit(works, dayOf(now))) return refuse('WORKS_DAYS_UNFIT')
  return { ...project, works, sites: [...sites], updatedAt: toInstant(now) }
}
