import type { Participation } from './records'

/** A participation without a person: what was served and awarded stays, who served, entered or agreed to it leads to nobody. */
export const withoutVolunteer = (one: Participation, personId: string, strangerId: string): Participation => {
  const other = (id: string): string => (id === personId ? strangerId : id)
  const isOwn = one.personId === personId
  return {
    ...one,
    personId: other(one.personId),
    householdId: isOwn ? null : one.householdId,
    recordedBy: other(one.recordedBy),
    decision: one.decision && {
      ...one.decision,
      by: other(one.decision.by),
      reason: isOwn ? null : one.decision.reason,
    },
  }
}
