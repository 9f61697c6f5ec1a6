import { isOn, type Assistance } from '@/shared/domain/residents/assistance'

/** An assistance as whoever began it reads it. */
export const shownAssistance = (assistance: Assistance, now: number) => ({
  id: assistance._id,
  forName: assistance.forName,
  householdId: assistance.householdId,
  householdLabel: assistance.householdLabel,
  hasSignedIn: assistance.hasSignedIn,
  purpose: assistance.purpose,
  startedAt: assistance.startedAt,
  endsAt: assistance.endsAt,
  isOn: isOn(assistance, now),
  issues: assistance.issues.map(({ id, code }) => ({ id, code })),
})
