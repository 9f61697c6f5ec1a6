import { minuteMs } from '../../kernel/time'
import type { Consultation, Meeting } from './records'

export const meetingsMax = 20
export const minutesMax = 20
const opensBeforeMs = 30 * minuteMs
const closesAfterMs = 240 * minuteMs

/** Signing in goes from half an hour before the start to four hours after it. */
export const isSignInOpen = ({ startsAt, cancelledFor }: Meeting, now: number): boolean =>
  cancelledFor === null && now >= Date.parse(startsAt) - opensBeforeMs && now <= Date.parse(startsAt) + closesAfterMs

/** Whether a sitting has begun that was not called off. */
export const hasBegun = ({ startsAt, cancelledFor }: Meeting, now: number): boolean =>
  cancelledFor === null && now >= Date.parse(startsAt)

export const meetingOf = ({ meetings }: Consultation, id: string): Meeting | undefined =>
  meetings.find((one) => one.id === id)

/** The meetings with one of them changed. */
export const withMeeting = ({ meetings }: Consultation, id: string, change: Partial<Meeting>): Meeting[] =>
  meetings.map((one) => (one.id === id ? { ...one, ...change } : one))

/**
 * A resolution rests on a sitting that took place and whose minutes are written. What was taken back to be talked over again (退回重议)
 * rests on a sitting since.
 */
export const canResolveFrom = ({ meetings, history }: Consultation, now: number): boolean => {
  const wentBackAt = history.filter(({ act }) => act === 'goBack').at(-1)?.at ?? ''
  return meetings.some((one) => hasBegun(one, now) && one.startsAt > wentBackAt && one.minutes.length > 0)
}
