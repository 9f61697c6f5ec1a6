import type { Role, Scope } from './roles'

/**
 * Who is calling, as far as rules care: one person of one community with the postings in force at this moment. A newcomer
 * is a person nobody has entered yet; they may browse and report.
 */
export interface Actor {
  readonly personId: string
  readonly communityId: string
  readonly name: string
  readonly householdId?: string | undefined
  readonly isNewcomer: boolean
  readonly postings: readonly { role: Role; scope: Scope; departmentId?: string | undefined }[]
}

/** True when the actor holds one of the roles, within any scope or within the one named. */
export const holds = (actor: Actor, wanted: readonly Role[], scope?: Scope): boolean =>
  actor.postings.some(
    (posting) =>
      wanted.includes(posting.role) &&
      (scope === undefined || (posting.scope.kind === scope.kind && posting.scope.id === scope.id)),
  )
