import { isRefusal, refuse, type Refusal } from '../../kernel/decision'
import type { Actor } from '../../kernel/actor'
import { dayOf, toInstant } from '../../kernel/time'
import { fresh } from '../consultations/checked-words'
import { takenOf } from './money'
import { decideProjectMove, isProjectDesk } from './moves'
import type { Project, ProjectCall } from './project'

interface Proposed {
  _id: string
  title: string
  text: string
  unitId?: string | undefined
  issueId?: string | undefined
}

/** A proposal (提案) in answer to a call; the desk alone puts one on record beside any call. */
export const newProject = (
  { _id, title, text, unitId, issueId }: Proposed,
  call: ProjectCall | null,
  actor: Actor,
  now: number,
): Project | Refusal<'CALL_MISSING' | 'CALL_CLOSED' | 'CALL_UNIT_UNKNOWN'> => {
  if (!call && !isProjectDesk(actor)) return refuse('CALL_MISSING')
  const today = dayOf(now)
  if (call && (today < call.from || today > call.to)) return refuse('CALL_CLOSED')
  const unit = call?.units.find(({ id }) => id === unitId)
  if (call && !unit) return refuse('CALL_UNIT_UNKNOWN')
  const at = toInstant(now)
  return {
    _id,
    communityId: actor.communityId,
    callId: call?._id ?? null,
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    issueId: issueId ?? null,
    title,
    text,
    state: 'proposed',
    reached: 'proposed',
    isEnded: false,
    isPublic: false,
    ...fresh(isProjectDesk(actor), now),
    proposerId: actor.personId,
    proposerName: actor.name,
    owner: null,
    resolution: null,
    noticeUntil: null,
    lines: [],
    works: null,
    sites: [],
    fundingId: null,
    history: [{ move: null, state: 'proposed', at, byName: null, words: null }],
    createdAt: at,
    updatedAt: at,
  }
}

/** The call once a unit has proposed; the very same when it had before. */
export const withUnitInUse = (call: ProjectCall, unitId: string): ProjectCall =>
  call.unitIdsInUse.includes(unitId) ? call : { ...call, unitIdsInUse: [...call.unitIdsInUse, unitId] }

/**
 * A project that grows from a resolution (决议): screened and deliberated already, for the consultation was both, with the owner and the
 * day that were agreed on.
 */
export const grownProject = (
  said: Omit<Proposed, 'unitId' | 'issueId'>,
  agreed: { sentence: string; owner: { personId: string; name: string }; until: string },
  actor: Actor,
  now: number,
) => {
  const move = (project: Project, name: 'screen' | 'deliberate', sentence: string) =>
    decideProjectMove(project, name, { ...agreed, sentence }, actor, { now, spending: 'uncollected' })
  const proposed = newProject(said, null, actor, now)
  const screened = isRefusal(proposed) ? proposed : move(proposed, 'screen', '由居民议事的决议立成项目')
  return isRefusal(screened) ? screened : move(screened, 'deliberate', agreed.sentence)
}

/**
 * The call after a project was approved, which takes what it planned of the special fund, or settled, which takes what it cost instead.
 * The fund never gives more than it holds.
 */
export const allocated = (
  call: ProjectCall,
  before: Project,
  after: Project,
): ProjectCall | Refusal<'CALL_FUND_EXCEEDED'> => {
  const was = before.state === 'announced' ? 0 : takenOf(before.lines, false)
  const allocatedFen = call.allocatedFen - was + takenOf(after.lines, after.state === 'settled')
  return allocatedFen > call.fundFen ? refuse('CALL_FUND_EXCEEDED') : { ...call, allocatedFen }
}
