import * as z from 'zod'
import type { activities } from '../../contracts/activities'
import type { Actor } from '../../kernel/actor'
import type { OutputOf } from '../../kernel/capability'
import { certificateCodeLength } from '../../kernel/certificate-code'
import { refuse, type Refusal } from '../../kernel/decision'
import { maskedName } from '../../kernel/masked-name'
import { readableCodeOf } from '../../kernel/readable-code'
import { day, id, instant } from '../../kernel/shapes'
import { themes, type Theme } from '../../kernel/themes'
import { addDays, dayOf, startOfDay, toInstant } from '../../kernel/time'

const minutes = z.int().min(0)

/**
 * A certificate of volunteering (志愿服务证明): what it states is written down when it is issued and never changes, whatever is counted
 * afterwards. Its id holds its code. Whose it was goes when they leave; that there was one stays, so that it can still be told.
 */
export const certificateRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  name: z.string(),
  communityName: z.string(),
  from: day,
  to: day,
  times: z.int().min(0),
  counted: minutes,
  /** Confirmed, and beyond what earns points. */
  honour: minutes,
  themes: z.array(z.object({ theme: z.enum(themes), name: z.string(), minutes })),
  activities: z.array(z.object({ title: z.string(), times: z.int().min(1), minutes })),
  /** There were more activities than it names. */
  isMore: z.boolean(),
  issuedAt: instant,
  state: z.enum(['valid', 'withdrawn', 'revoked']),
  /** Who ended it, and why; null while it is valid. */
  ended: z.object({ by: id, at: instant, reason: z.string().nullable() }).nullable(),
})
export type Certificate = z.infer<typeof certificateRecord>

/** How often codes that begin alike have lately been tried. Made with the first certificate of such a code: where there is none, none can be guessed. */
export const certificateTriesRecord = z.object({
  _id: id,
  tries: z.int().optional(),
  triedSince: instant.optional(),
})

const prefix = 'certificate-'

/** The id of a certificate, which is its code, from a secret of 128 bits: 57 bits that nobody can guess. */
export const newCertificateId = (secret: string): string => `${prefix}${readableCodeOf(secret, certificateCodeLength)}`
export const codeOfCertificate = (certificateId: string): string => certificateId.slice(prefix.length)
export const certificateTriesIdOf = (code: string): string => `tries-${code.slice(0, 2)}`

export const certificateIdOf = (code: string): string => `${prefix}${code}`

/** So many valid ones at once; whoever needs more gives back those nobody asks for any more. */
export const certificatesMax = 20
/** Activities named on one. */
export const namedMax = 8

/** The days asked for as bounds of when a session began; what is still to come is not stated. */
export const spanOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }, now: number) => {
  const today = dayOf(now)
  const last = to !== undefined && to < today ? to : today
  return {
    to: last,
    atLeast: from === undefined ? '' : toInstant(startOfDay(from)),
    before: toInstant(startOfDay(addDays(last, 1))),
  }
}

/** Sums of participations that were decided alike: of one theme, one kind of agreement and one answer. */
export interface ServedSum {
  readonly theme: Theme
  readonly needs: string | null
  readonly isConfirmed: boolean | null
  readonly times: number
  readonly counted: number
  readonly honour: number
  readonly first: string
}

/** The title of an activity with what of it counted. */
export interface ServedTitle {
  readonly title: string
  readonly times: number
  readonly minutes: number
}

interface Asked {
  readonly _id: string
  readonly actor: Pick<Actor, 'personId' | 'communityId' | 'name'>
  readonly communityName: string
  readonly from?: string | undefined
  readonly to: string
  readonly sums: readonly ServedSum[]
  /** Most minutes first, one more than is named. */
  readonly titles: readonly ServedTitle[]
  readonly themeNames: Readonly<Record<Theme, string>>
  readonly now: number
}

/** What waits for somebody's agreement, or was not agreed to, is on no certificate. */
const isAgreed = ({ needs, isConfirmed }: ServedSum): boolean => (isConfirmed === null ? needs === null : isConfirmed)

const sumOf = (sums: readonly ServedSum[], of: (sum: ServedSum) => number): number =>
  sums.reduce((total, sum) => total + of(sum), 0)

/** States what somebody has served, or that there is nothing to state. */
export const certificateFrom = ({
  sums,
  titles,
  themeNames,
  actor,
  now,
  ...asked
}: Asked): Certificate | Refusal<'CERTIFICATE_EMPTY'> => {
  const agreed = sums.filter(isAgreed)
  const [counted, honour] = [sumOf(agreed, (sum) => sum.counted), sumOf(agreed, (sum) => sum.honour)]
  if (counted + honour === 0) return refuse('CERTIFICATE_EMPTY')
  const first = agreed.map((sum) => sum.first).reduce((least, one) => (one < least ? one : least))
  const ofTheme = (theme: Theme) => agreed.filter((sum) => sum.theme === theme)
  const { personId, communityId, name } = actor
  return {
    _id: asked._id,
    communityId,
    personId,
    name,
    communityName: asked.communityName,
    from: asked.from ?? dayOf(first),
    to: asked.to,
    times: sumOf(agreed, (sum) => sum.times),
    counted,
    honour,
    themes: themes
      .map((theme) => ({
        theme,
        name: themeNames[theme],
        minutes: sumOf(ofTheme(theme), (sum) => sum.counted + sum.honour),
      }))
      .filter((one) => one.minutes > 0),
    activities: titles
      .slice(0, namedMax)
      .map(({ title, times, minutes: served }) => ({ title, times, minutes: served })),
    isMore: titles.length > namedMax,
    issuedAt: toInstant(now),
    state: 'valid',
    ended: null,
  }
}

/** Whether two certificates state the same of the same person. */
export const statesTheSame = (one: Certificate, other: Certificate): boolean =>
  (['name', 'from', 'to', 'times', 'counted', 'honour'] as const).every((field) => one[field] === other[field])

/** Its holder wants it to be good no more. */
export const withdrawn = (certificate: Certificate, now: number): Certificate | Refusal<'CERTIFICATE_ENDED'> =>
  certificate.state === 'valid'
    ? { ...certificate, state: 'withdrawn', ended: { by: certificate.personId, at: toInstant(now), reason: null } }
    : refuse('CERTIFICATE_ENDED')

/** Whether staff may end it; their own they withdraw like everybody else. */
export const mayRevoke = ({ communityId, personId, state }: Certificate, actor: Actor): boolean =>
  state === 'valid' &&
  communityId === actor.communityId &&
  personId !== actor.personId &&
  actor.postings.some(({ role }) => role === 'communityWorker' || role === 'administrator')

/** Ended by staff, with the reason its holder reads. */
export const revoked = (
  certificate: Certificate,
  { by, reason, now }: { by: string; reason: string; now: number },
): Certificate | Refusal<'CERTIFICATE_ENDED' | 'OWN_CERTIFICATE'> => {
  if (certificate.personId === by) return refuse('OWN_CERTIFICATE')
  if (certificate.state !== 'valid') return refuse('CERTIFICATE_ENDED')
  return { ...certificate, state: 'revoked', ended: { by, at: toInstant(now), reason } }
}

/** What stays of the certificates of somebody who has left: that the code is good no more. */
export const withoutHolder = (certificate: Certificate, strangerId: string, now: number): Certificate => ({
  ...certificate,
  personId: strangerId,
  name: '',
  themes: [],
  activities: [],
  state: certificate.state === 'valid' ? 'withdrawn' : certificate.state,
  ended: {
    by: certificate.ended?.by === certificate.personId || !certificate.ended ? strangerId : certificate.ended.by,
    at: certificate.ended?.at ?? toInstant(now),
    reason: null,
  },
})

/** A certificate as its holder has it. */
export const ownCertificate = (certificate: Certificate): OutputOf<typeof activities.issueCertificate> => {
  const { _id, themes: served, ended, communityId: _community, personId: _person, ...stated } = certificate
  return {
    ...stated,
    id: _id,
    code: codeOfCertificate(_id),
    themes: served.map(({ name, minutes: inAll }) => ({ name, minutes: inAll })),
    endedAt: ended?.at ?? null,
    endReason: ended?.reason ?? null,
  }
}

/** What anybody may know of a certificate whose code they hold: never the whole name, nor why it was ended. */
export const publicCertificate = (
  certificate: Certificate,
): OutputOf<typeof activities.checkCertificate>['certificate'] => {
  const { _id, name, communityName, from, to, times, counted, honour, issuedAt, state, ended } = certificate
  return {
    code: codeOfCertificate(_id),
    maskedName: name === '' ? '已注销' : maskedName(name),
    communityName,
    from,
    to,
    times,
    counted,
    honour,
    issuedOn: dayOf(issuedAt),
    isValid: state === 'valid',
    endedOn: ended ? dayOf(ended.at) : null,
  }
}
