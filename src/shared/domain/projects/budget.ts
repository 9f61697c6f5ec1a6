import { refuse, type Refusal } from '../../kernel/decision'
import type { ProjectState } from '../../kernel/projects'
import { fromSource } from './money'
import type { BudgetLine, Project } from './project'

/** Until the public notice begins, what is planned may still change. */
const plannedIn: readonly ProjectState[] = ['proposed', 'screened', 'deliberated']
/** Figures of the final account come in while works go on and after. */
const finalIn: readonly ProjectState[] = ['underway', 'accepted']

const selfFundedFen = (lines: readonly BudgetLine[]): number => fromSource(lines, 'selfFunding').plannedFen

const planOf = (lines: readonly BudgetLine[]): string =>
  JSON.stringify(lines.map(({ name, source, plannedFen }) => [name, source, plannedFen]))

/**
 * The project with its budget lines: what everybody was shown in the notice stays, and only the figures of the final account are added to
 * it; before, everything may change and nothing is final. What households have begun to pay stays the same at any time.
 */
export const setBudget = (
  project: Project,
  lines: readonly BudgetLine[],
  { isCollected }: { isCollected: boolean },
): Project | Refusal<'BUDGET_FROZEN' | 'BUDGET_COLLECTED' | 'FINAL_ACCOUNT_TOO_EARLY'> => {
  const isSame = planOf(lines) === planOf(project.lines)
  if (!plannedIn.includes(project.state) && !isSame) return refuse('BUDGET_FROZEN')
  if (lines.some(({ finalFen }) => finalFen !== null) && !finalIn.includes(project.state))
    return refuse(project.state === 'settled' ? 'BUDGET_FROZEN' : 'FINAL_ACCOUNT_TOO_EARLY')
  if (project.state === 'settled') return refuse('BUDGET_FROZEN')
  if (isCollected && selfFundedFen(lines) !== selfFundedFen(project.lines)) return refuse('BUDGET_COLLECTED')
  return { ...project, lines: [...lines] }
}
