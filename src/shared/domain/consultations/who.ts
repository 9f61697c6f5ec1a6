import { holds, type Actor } from '../../kernel/actor'
import type { Role, Scope } from '../../kernel/roles'
import type { Comment, Consultation, Partaker } from './records'

/** Who takes topics up, runs them, and looks at words the check was not sure of. */
export const runnerRoles = ['communityWorker', 'administrator'] as const satisfies readonly Role[]
const staff = ['communityWorker', 'gridWorker', 'administrator'] as const satisfies readonly Role[]
const groups = ['branchSecretary', 'groupLeader', 'buildingHead', 'unitHead', 'hub'] as const satisfies readonly Role[]

export const isRunner = (actor: Actor): boolean => holds(actor, runnerRoles)
export const isStaff = (actor: Actor): boolean => holds(actor, staff)

/** In which capacity somebody proposes: their post decides, not they. */
export const proposedAs = (actor: Actor): Consultation['proposedAs'] =>
  isStaff(actor) ? 'staff' : holds(actor, groups) ? 'group' : 'resident'

/** A topic is seen by its community once its words have passed; before, by whoever wrote it and those who run topics. */
export const canSee = (consultation: Consultation, actor: Actor): boolean =>
  consultation.communityId === actor.communityId &&
  (consultation.textCheck === 'passed' || consultation.proposerId === actor.personId || isRunner(actor))

/** The same for what is said about one. */
export const canSeeComment = ({ textCheck, personId, communityId }: Comment, actor: Actor): boolean =>
  communityId === actor.communityId && (textCheck === 'passed' || personId === actor.personId || isRunner(actor))

/** Where somebody's home lies, from the whole community down to the building. */
export interface Home {
  readonly communityId: string
  readonly estateId: string
  readonly gridId: string
  readonly buildingId: string
  readonly unitId: string
}

/** Whether a home lies in a scope. Scopes of the party tree hold no homes. */
export const isWithin = (home: Home, { kind, id }: Scope): boolean => {
  switch (kind) {
    case 'community':
      return home.communityId === id
    case 'estate':
      return home.estateId === id
    case 'grid':
      return home.gridId === id
    case 'building':
      return home.buildingId === id
    case 'unit':
      return home.unitId === id
    default:
      return false
  }
}

/** Whether somebody has a part in it; who took their support back, or tried a code in vain, has none. */
export const tookPart = ({ isSupporter, hasCommented, hasVoted, attended }: Partaker): boolean =>
  isSupporter || hasCommented || hasVoted || attended.length > 0
