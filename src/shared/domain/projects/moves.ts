import { refuse, type Refusal } from '../../kernel/decision'
import { holds, type Actor } from '../../kernel/actor'
import { noticeDaysMin } from '../../kernel/notice-days'
import { projectSteps, type ProjectMove, type ProjectState } from '../../kernel/projects'
import { addDays, dayOf, toInstant } from '../../kernel/time'
import { judged } from '../consultations/checked-words'
import type { Spending } from './final-account'
import { fromSource, isFinal, totalOf } from './money'
import type { Project } from './project'

/** Who may make a move: the desk (社区工作者、管理员), whoever answers for the project, or who proposed it. */
type Mover = 'desk' | 'owner' | 'proposer'

interface Move {
  readonly from: readonly ProjectState[]
  readonly to: ProjectState
  readonly by: readonly Mover[]
}

/** The one table of what can become of a project; page, server and tests read it. */
export const projectMoves = {
  screen: { from: ['proposed'], to: 'screened', by: ['desk'] },
  deliberate: { from: ['screened'], to: 'deliberated', by: ['desk'] },
  announce: { from: ['deliberated'], to: 'announced', by: ['desk'] },
  approve: { from: ['announced'], to: 'approved', by: ['desk'] },
  start: { from: ['approved'], to: 'underway', by: ['desk', 'owner'] },
  accept: { from: ['underway'], to: 'accepted', by: ['desk'] },
  settle: { from: ['accepted'], to: 'settled', by: ['desk'] },
  decline: { from: ['proposed', 'screened', 'deliberated', 'announced'], to: 'declined', by: ['desk'] },
  withdraw: { from: ['proposed'], to: 'withdrawn', by: ['proposer'] },
} as const satisfies Record<ProjectMove, Move>

/** Runs the projects of the community. */
export const isProjectDesk = (actor: Actor): boolean => holds(actor, ['communityWorker', 'administrator'])

const isMover: Record<Mover, (project: Project, actor: Actor) => boolean> = {
  desk: (_project, actor) => isProjectDesk(actor),
  owner: ({ owner }, { personId }) => owner?.personId === personId,
  proposer: ({ proposerId }, { personId }) => proposerId === personId,
}

/** Keeps its works on record: the desk, and whoever answers for it. */
export const canKeepWorks = (project: Project, actor: Actor): boolean =>
  isProjectDesk(actor) || isMover.owner(project, actor)

/** Sees it: everybody once it is public; before, the desk and whoever proposed it. */
export const canSeeProject = (project: Project | null, actor: Actor): project is Project =>
  project !== null &&
  project.communityId === actor.communityId &&
  (project.isPublic || isProjectDesk(actor) || isMover.proposer(project, actor))

/** The moves somebody may try now, in the order of the table. */
export const movesFor = (project: Project, actor: Actor): ProjectMove[] =>
  (Object.keys(projectMoves) as ProjectMove[]).filter((name) => {
    const { from, by }: Move = projectMoves[name]
    return from.includes(project.state) && by.some((mover) => isMover[mover](project, actor))
  })

export interface MoveInput {
  /** What is said with it. */
  sentence?: string | undefined
  owner?: { personId: string; name: string } | undefined
  /** Until when a resolution is to be carried out, or the last day of a public notice. */
  until?: string | undefined
}

type MoveRefusal =
  | 'FORBIDDEN'
  | 'PROJECT_NOT_SO_FAR'
  | 'SENTENCE_MISSING'
  | 'WORDS_RISKY'
  | 'RESOLUTION_WITHOUT_OWNER'
  | 'RESOLUTION_DUE_UNFIT'
  | 'PROJECT_WITHOUT_BUDGET'
  | 'NOTICE_TOO_SHORT'
  | 'NOTICE_PAST_DUE'
  | 'NOTICE_NOT_OVER'
  | 'WORKS_NOT_BEGUN'
  | 'WORKS_NOT_FINISHED'
  | 'ACCEPTED_BY_OWNER'
  | 'FINAL_ACCOUNT_INCOMPLETE'
  | 'SPENDING_NOT_CONFIRMED'
  | 'SPENDING_NOT_COLLECTED'

const spoken: readonly ProjectMove[] = ['screen', 'deliberate', 'approve', 'accept', 'settle', 'decline']

/** Whether a notice ends no earlier than the resolution is due, though a shorter one would. */
const isPastDue = (resolution: Project['resolution'], until: string, noticeOverOn: string): boolean =>
  resolution !== null && noticeOverOn < resolution.dueOn && resolution.dueOn <= until

/** Why a move cannot be made yet, beside who makes it and from where; null when it can. */
const unmet = (
  project: Project,
  name: ProjectMove,
  { sentence, owner, until }: MoveInput,
  { personId, today, spending }: { personId: string; today: string; spending: Spending },
): MoveRefusal | null => {
  const { lines, works, sites, noticeUntil } = project
  /** The day on which a notice that begins today is over at the earliest. */
  const noticeOverOn = addDays(today, noticeDaysMin)
  if (name === 'screen' && project.textCheck === 'risky') return 'WORDS_RISKY'
  if (name === 'deliberate' && !owner) return 'RESOLUTION_WITHOUT_OWNER'
  if (name === 'deliberate' && (!until || until <= noticeOverOn)) return 'RESOLUTION_DUE_UNFIT'
  if (name === 'announce' && totalOf(lines).plannedFen === 0) return 'PROJECT_WITHOUT_BUDGET'
  if (name === 'announce' && (!until || until < noticeOverOn)) return 'NOTICE_TOO_SHORT'
  if (name === 'announce' && isPastDue(project.resolution, until!, noticeOverOn)) return 'NOTICE_PAST_DUE'
  if (name === 'approve' && !(noticeUntil && noticeUntil < today)) return 'NOTICE_NOT_OVER'
  if (name === 'start' && !(works && works.startOn <= today)) return 'WORKS_NOT_BEGUN'
  if (name === 'accept' && project.owner?.personId === personId) return 'ACCEPTED_BY_OWNER'
  if (name === 'accept' && !(works?.endOn && sites.every(({ percent }) => percent === 100))) return 'WORKS_NOT_FINISHED'
  if (name === 'settle' && !isFinal(lines)) return 'FINAL_ACCOUNT_INCOMPLETE'
  if (name === 'settle' && fromSource(lines, 'selfFunding').finalFen > 0 && spending !== 'confirmed')
    return spending === 'uncollected' ? 'SPENDING_NOT_COLLECTED' : 'SPENDING_NOT_CONFIRMED'
  return spoken.includes(name) && !sentence ? 'SENTENCE_MISSING' : null
}

/** The project after a move, or why not. */
export const decideProjectMove = (
  project: Project,
  name: ProjectMove,
  input: MoveInput,
  actor: Actor,
  { now, spending }: { now: number; spending: Spending },
): Project | Refusal<MoveRefusal> => {
  const { from, to, by }: Move = projectMoves[name]
  if (!by.some((mover) => isMover[mover](project, actor))) return refuse('FORBIDDEN')
  if (!from.includes(project.state)) return refuse('PROJECT_NOT_SO_FAR')
  const today = dayOf(now)
  const missing = unmet(project, name, input, { personId: actor.personId, today, spending })
  if (missing) return refuse(missing)
  const reached = projectSteps.find((step) => step === to)
  const day = { deliberate: `${input.until} 前办完`, announce: `公示到 ${input.until}` }[name as string]
  const sentence = day ? input.sentence?.replace(/。$/, '') : input.sentence
  const words = [sentence, day].filter(Boolean)
  return {
    ...(name === 'screen' ? judged(project, true) : project),
    state: to,
    reached: reached ?? project.reached,
    isEnded: !reached,
    isPublic: project.isPublic || name === 'screen',
    ...(name === 'deliberate'
      ? { owner: input.owner!, resolution: { sentence: input.sentence!, dueOn: input.until! } }
      : {}),
    ...(name === 'announce' ? { noticeUntil: input.until! } : {}),
    history: [
      ...project.history,
      {
        move: name,
        state: to,
        at: toInstant(now),
        byName: name === 'withdraw' ? null : actor.name,
        words: words.length > 0 ? words.join('。') : null,
      },
    ],
    updatedAt: toInstant(now),
  }
}
