import { digest } from '../../runtime/hash'

/** One partaker a person and consultation. */
export const partakerIdOf = (consultationId: string, personId: string): string =>
  `partaker-${digest('partaker', consultationId, personId)}`

/** One ballot a voter, be it a person or a household, in each vote of a consultation. */
export const ballotIdOf = (consultationId: string, round: number, voter: string): string =>
  `ballot-${digest('ballot', consultationId, String(round), voter)}`

/** A notice of one kind about one thing, told once. */
export const noticeIdOf = (kind: string, ...about: string[]): string => `notice-${digest('notice', kind, ...about)}`
