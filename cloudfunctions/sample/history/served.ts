import { activityDefaults } from '@/shared/domain/activities/activity-rules'
import { checkedIn, checkedOut, decided } from '@/shared/domain/activities/check-in'
import { weighed } from '@/shared/domain/activities/counted'
import { giveBack, issuerYearIdOf, newIssuerYear, reserve } from '@/shared/domain/activities/plan'
import type { IssuerYear, Participation, Session, Signup, Volunteer } from '@/shared/domain/activities/records'
import { canSettle, dueOf, settleFrom } from '@/shared/domain/activities/settlement'
import { newVolunteer, overlapping, signedUp, withSignup } from '@/shared/domain/activities/sign-up'
import type { Digest } from '@/shared/domain/lovebank/chain'
import { dayMs, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { idsBy, type activities } from './activities'
import type { Award } from './books'
import { ruled, type Stage } from './stage'

/** Whoever serves in the sample, most of them again and again. */
const people = [
  'volunteer-1',
  'resident-grid-1',
  'volunteer-2',
  'resident-grid-6',
  'volunteer-3',
  'resident-grid-2',
  'building-head-1',
  'volunteer-4',
  'resident-grid-5',
  'volunteer-5',
  'resident-grid-7',
  'volunteer-6',
  'resident-grid-3',
  'volunteer-7',
]
const child = { name: '小宝', ageGroup: 'from6to9' } as const
/** How long before the sample's day what was doubtful still waits for somebody. */
const undecidedMs = 2 * dayMs

/**
 * What has come of the sessions of the sample, by the rules that carry out the capabilities: who signed up, came, left, forgot to, was
 * doubted and agreed to, what it was worth and is to be awarded; and who has signed up for what lies ahead.
 */
export const served = (
  { actor }: Stage,
  { past, ahead }: ReturnType<typeof activities>,
  today: string,
  digest: Digest,
) => {
  const { signupIdOf, participationIdOf, volunteerIdOf } = idsBy(digest)
  const now = startOfDay(today) - minuteMs
  const communityId = actor(people[0]!).communityId
  const volunteers = new Map<string, Volunteer>()
  const signups: Signup[] = []
  const participations: Participation[] = []
  const awards: Award[] = []
  const years = new Map<string, IssuerYear>()
  let turn = 0

  const volunteerOf = (personId: string): Volunteer =>
    volunteers.get(personId) ?? newVolunteer(volunteerIdOf(personId), communityId, personId)

  const yearOf = ({ startsAt }: Session): IssuerYear =>
    years.get(issuerYearIdOf(communityId, startsAt)) ?? newIssuerYear(communityId, startsAt, activityDefaults)

  /** Signs up so many, the next in turn who lead something else and have no other session in those hours. */
  const enrol = (session: Session, count: number): { session: Session; enrolled: Signup[] } => {
    const enrolled: Signup[] = []
    let tickets = 0
    for (let tried = 0; enrolled.length < count && tried < people.length; tried++) {
      const personId = people[turn++ % people.length]!
      const volunteer = volunteerOf(personId)
      if (personId === session.leaderId || overlapping(volunteer, session).length > 0) continue
      const children = session.theme === 'children' && personId === 'resident-grid-6' ? [child] : []
      const asked = { who: children.length > 0 ? 'withChildren' : 'self', children, hasConsented: true } as const
      tickets += 1 + children.length
      const takenAt = Math.min(now, Date.parse(session.startsAt) - 3 * dayMs) - (count - enrolled.length) * minuteMs
      const _id = signupIdOf(session._id, personId)
      const signup = signedUp(session, null, {
        _id,
        personId,
        ticket: tickets,
        asked: { ...asked, children: [...children] },
        now: takenAt,
      })
      volunteers.set(personId, withSignup(volunteer, session, takenAt))
      enrolled.push({ ...signup, told: tickets <= session.capacity ? 'place' : 'waiting' })
    }
    return { session: { ...session, tickets }, enrolled }
  }

  /** One comes, leaves, and is agreed to where somebody has to; the `nth` of all decides how it went. */
  const serve = (session: Session, signup: Signup, nth: number, isDoubtful: boolean): Participation => {
    const { personId, children } = signup
    const [start, end] = [Date.parse(session.startsAt), Date.parse(session.endsAt)]
    const at = start - (2 + (nth % 7)) * minuteMs
    const isManual = nth % 29 === 11
    const isUnplaced = isDoubtful || nth % 17 === 7
    const scan = {
      verdict: isManual ? null : ({ now: 'valid', then: 'valid' } as const),
      position: isManual || isUnplaced ? null : { point: session.place.point, accuracyMeters: 10 + (nth % 30) },
      scannedAt: at,
      who: children.length > 0 ? ('withChildren' as const) : ('self' as const),
    }
    const made = ruled(
      checkedIn({ session, signup, standing: { kind: 'place' }, volunteer: volunteerOf(personId) }, scan, {
        _id: participationIdOf(session._id, personId),
        recordedBy: isManual ? session.leaderId : personId,
        householdId: actor(personId).householdId ?? null,
        now: at,
      }),
    )
    const isForgotten = nth % 13 === 5
    const leftAt = nth % 23 === 3 ? end - 20 * minuteMs : end + (nth % 4) * minuteMs
    const [outAt, outBy] = isForgotten ? ([end, 'plan'] as const) : ([leftAt, 'self'] as const)
    const out = checkedOut(made.participation, outAt, outBy)
    const agreedAt = end + 20 * minuteMs
    const agreedBy = isManual && session.leaderId !== 'community-worker-1' ? 'community-worker-1' : 'administrator-1'
    const agreed =
      out.needs === null || end > now - undecidedMs
        ? out
        : ruled(
            decided(out, session, {
              personId: out.needs === 'leader' ? session.leaderId : agreedBy,
              isConfirmed: true,
              reason: null,
              now: agreedAt,
            }),
          )
    const worth = weighed(made.volunteer, made.participation, agreed, session)
    volunteers.set(personId, worth.volunteer)
    const awarded = dueOf(worth.participation, session)
    if (!awarded) return worth.participation
    const given = {
      at: agreed.decision ? agreedAt : outAt + (isForgotten ? 30 * minuteMs : 0),
      session,
      actorId: agreed.decision?.by ?? personId,
    }
    if (awarded.person > 0) awards.push({ ...given, kind: 'person', ownerId: personId, halfPoints: awarded.person })
    if (awarded.family > 0 && out.householdId)
      awards.push({
        ...given,
        kind: 'family',
        ownerId: out.householdId,
        guardianId: personId,
        halfPoints: awarded.family,
      })
    return { ...worth.participation, awarded }
  }

  const after = past.map(({ session: planned, come }, number) => {
    years.set(issuerYearIdOf(communityId, planned.startsAt), ruled(reserve(yearOf(planned), planned.reserved)))
    // Of the last session somebody still waits to be agreed to, on whichever day the sample is made.
    const isLast = number === past.length - 1
    // Now and then it rained, and nobody came to pick up litter.
    const isRain = planned.theme === 'litter' && number % 9 === 4 && !isLast
    const { session, enrolled } = enrol(planned, isRain ? 0 : come)
    const came = enrolled
      .filter((_, at) => isLast || (number + at) % 19 !== 6)
      .map((signup, at) => serve(session, signup, number * 3 + at, isLast && at === 0))
    participations.push(...came)
    const isOver = canSettle(session, came.filter(({ isOpen }) => isOpen).length, now)
    // What is known of children goes with the settlement.
    signups.push(...enrolled.map((signup) => (isOver ? { ...signup, children: [] } : signup)))
    const isMissed = came.length === 0
    if (!isOver) {
      const nextAt = toInstant(Math.max(now, settleFrom(session)))
      return { ...session, isMissed, nextStep: 'settle' as const, nextAt }
    }
    const awarded = came.reduce((sum, one) => sum + (one.awarded ? one.awarded.person + one.awarded.family : 0), 0)
    const { reserved } = session
    years.set(issuerYearIdOf(communityId, session.startsAt), giveBack(yearOf(session), { reserved, awarded }))
    return { ...session, isMissed, state: 'settled' as const, nextStep: null, nextAt: null, reserved: 0 }
  })
  const coming = ahead.map(({ session: planned, come }, number) => {
    years.set(issuerYearIdOf(communityId, planned.startsAt), ruled(reserve(yearOf(planned), planned.reserved)))
    // Small rooms are full, and some wait; nobody looks further than a week ahead.
    const wanted = planned.capacity <= 6 ? come + 4 : come
    const { session, enrolled } = enrol(planned, number < 20 ? wanted : 0)
    signups.push(...enrolled)
    return session
  })
  return {
    documents: {
      sessions: [...after, ...coming],
      signups,
      participations,
      volunteers: [...volunteers.values()],
      issuerYears: [...years.values()],
    },
    awards,
  }
}
