import type { AnswerCode } from '../../kernel/consents'
import { refuse, type Refusal } from '../../kernel/decision'
import { dayOf, toInstant } from '../../kernel/time'
import { closedFor, type Consent } from './consent'
import { entered, entryIdOf, noteDigestOf, type Digest, type Entry, type EntryNote } from './entry'
import { householdAfter, type ConsentHousehold } from './household'
import { tallyAfter, type ConsentTally } from './tally'

/** Everything one line of the log reads. */
export interface Before {
  readonly consent: Consent
  readonly household: ConsentHousehold
  readonly tally: ConsentTally
}

/** Everything it writes, all of it together. */
export interface After {
  readonly household: ConsentHousehold
  readonly tally: ConsentTally
  readonly entry: Entry
  readonly note: EntryNote
}

type Said = Pick<EntryNote, 'actorId' | 'signer' | 'witnessName' | 'fileIds' | 'fileDigests' | 'reason' | 'salt'>

/** What a decision needs from outside: the moment and the digest. */
export interface With {
  readonly now: number
  readonly digest: Digest
}

const written = (
  { consent, household, tally }: Before,
  line: Pick<Entry, 'kind' | 'answer' | 'channel'>,
  said: Said,
  { now, digest }: With,
): After => {
  const at = toInstant(now)
  const { communityId, consentId, householdId, pseudonym, sequence } = household
  const note: EntryNote = {
    _id: entryIdOf(consentId, pseudonym, sequence + 1),
    communityId,
    consentId,
    householdId,
    at,
    ...said,
  }
  const entry = entered(household, line, noteDigestOf(note, digest), digest)
  const after = householdAfter(household, entry, consent.rule, at)
  return { household: after, tally: tallyAfter(tally, household, after, dayOf(now)), entry, note }
}

type ClosedFor = 'CONSENT_NOT_OPEN' | 'CONSENT_CLOSED'

interface Signed {
  answer: AnswerCode
  actorId: string
  actorName: string
  /** Who own the household, by bindings that were approved. */
  proprietorIds: readonly string[]
  /** The link's bearer: who it was made out for, and as what they sign. */
  link: { as: 'proprietor' | 'proxy'; name: string } | null
  files: { fileIds: string[]; fileDigests: string[] }
  salt: string
}

/** Whether another owner signs for the household. Who owns it no longer signs for it no longer. */
export const isSignedByOther = (
  { signer }: Pick<ConsentHousehold, 'signer'>,
  actorId: string,
  proprietorIds: readonly string[],
): boolean => signer !== null && signer.personId !== actorId && proprietorIds.includes(signer.personId)

/** Why somebody may not sign for a household; null when they may. Asked before their signature is taken. */
export const signingFault = (
  { consent, household }: Pick<Before, 'consent' | 'household'>,
  { actorId, proprietorIds, link }: Pick<Signed, 'actorId' | 'proprietorIds' | 'link'>,
  now: number,
): Refusal<ClosedFor | 'ANSWER_NOT_PROPRIETOR' | 'ANSWER_OTHER_SIGNER'> | null => {
  const closed = closedFor(consent, now)
  if (closed) return closed
  if (!proprietorIds.includes(actorId) && !link) return refuse('ANSWER_NOT_PROPRIETOR')
  return isSignedByOther(household, actorId, proprietorIds) ? refuse('ANSWER_OTHER_SIGNER') : null
}

/**
 * An answer online, signed by hand, by a proprietor of the household, or by whoever holds the link its contact made out. The first owner
 * who signs is the signer of all co-owners, until another is named; the bearer of a link never is, so that no owner is shut out by one.
 */
export const decideAnswer = (
  before: Before,
  signed: Signed,
  with_: With,
): After | Refusal<ClosedFor | 'ANSWER_NOT_PROPRIETOR' | 'ANSWER_OTHER_SIGNER'> => {
  const fault = signingFault(before, signed, with_.now)
  if (fault) return fault
  const { answer, actorId, actorName, link, files, salt } = signed
  const name = link?.name ?? actorName
  const said = {
    actorId,
    signer: { personId: actorId, name, as: link?.as ?? ('proprietor' as const) },
    witnessName: null,
    ...files,
    reason: null,
    salt,
  }
  const after = written(before, { kind: 'answer', answer, channel: 'online' }, said, with_)
  return link ? after : { ...after, household: { ...after.household, signer: { personId: actorId, name } } }
}

interface Paper {
  /** What the paper says, or that it takes back what was said before. */
  answer: AnswerCode | 'withdrawal'
  signerName: string
  as: 'proprietor' | 'proxy'
  witnessName: string
  actorId: string
  actorName: string
  /** Who own the household, by bindings that were approved. */
  proprietorIds: readonly string[]
  /** Whether whoever enters it belongs to this household. */
  isOwn: boolean
  files: { fileIds: string[]; fileDigests: string[] }
  salt: string
}

/** A name as it is compared: its letters and digits, wide or narrow, large or small, whatever blanks, dots or joiners are typed between. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase() || name.trim()

/** Whether two names are one, however they are typed. */
export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b)

type PaperFault =
  | 'PAPER_OWN_HOUSEHOLD'
  | 'PAPER_WITNESS_IS_SIGNER'
  | 'PAPER_WITNESS_IS_ENTERER'
  | 'PAPER_WITHOUT_PHOTO'
  | 'PAPER_LETTER_MISSING'
  | 'PAPER_OTHER_SIGNER'
  | 'ANSWER_NONE'

/** Whether an owner signs on paper while the co-owners have another, who still is one of them. A proxy brings a letter instead. */
const isPaperOfOther = (
  { signer }: Pick<ConsentHousehold, 'signer'>,
  { signerName, as, proprietorIds }: Pick<Paper, 'signerName' | 'as' | 'proprietorIds'>,
): boolean =>
  signer !== null &&
  as === 'proprietor' &&
  proprietorIds.includes(signer.personId) &&
  !sameName(signer.name, signerName)

/** Why a paper is not taken; null when it is. Asked before its photos are, so that whoever is refused keeps them. */
export const paperFault = (
  { consent, household }: Pick<Before, 'consent' | 'household'>,
  paper: Pick<Paper, 'answer' | 'signerName' | 'as' | 'witnessName' | 'actorName' | 'proprietorIds' | 'isOwn'> & {
    photos: number
  },
  now: number,
): Refusal<ClosedFor | PaperFault> | null => {
  const closed = closedFor(consent, now)
  if (closed) return closed
  const { answer, signerName, as, witnessName, actorName, isOwn, photos } = paper
  if (isOwn || sameName(actorName, signerName)) return refuse('PAPER_OWN_HOUSEHOLD')
  if (sameName(witnessName, signerName)) return refuse('PAPER_WITNESS_IS_SIGNER')
  if (sameName(witnessName, actorName)) return refuse('PAPER_WITNESS_IS_ENTERER')
  if (photos === 0) return refuse('PAPER_WITHOUT_PHOTO')
  // One of the paper, one of what the owner has written.
  if (as === 'proxy' && photos < 2) return refuse('PAPER_LETTER_MISSING')
  if (isPaperOfOther(household, paper)) return refuse('PAPER_OTHER_SIGNER')
  return answer === 'withdrawal' && !household.isAnswered ? refuse('ANSWER_NONE') : null
}

/** An answer on paper, or its withdrawal: by a photo, before a witness, entered by somebody else than the signer. */
export const decidePaper = (before: Before, paper: Paper, with_: With): After | Refusal<ClosedFor | PaperFault> => {
  const { answer, signerName, as, witnessName, actorId, files, salt } = paper
  const fault = paperFault(before, { ...paper, photos: files.fileIds.length }, with_.now)
  if (fault) return fault
  const signer = { personId: null, name: signerName, as }
  const said = { actorId, signer, witnessName, ...files, reason: null, salt }
  return written(
    before,
    answer === 'withdrawal'
      ? { kind: 'withdrawal', answer: null, channel: 'paper' }
      : { kind: 'answer', answer, channel: 'paper' },
    said,
    with_,
  )
}

/** Takes back what the household has said, online and on paper; it is then as it was before. */
export const decideWithdraw = (
  before: Before,
  {
    actorId,
    proprietorIds,
    isByLink,
    reason,
    salt,
  }: { actorId: string; proprietorIds: readonly string[]; isByLink: boolean; reason: string | null; salt: string },
  with_: With,
): After | Refusal<ClosedFor | 'ANSWER_NOT_PROPRIETOR' | 'ANSWER_OTHER_SIGNER' | 'ANSWER_NONE'> => {
  const { consent, household } = before
  const closed = closedFor(consent, with_.now)
  if (closed) return closed
  if (!isByLink && !proprietorIds.includes(actorId)) return refuse('ANSWER_NOT_PROPRIETOR')
  if (isSignedByOther(household, actorId, proprietorIds)) return refuse('ANSWER_OTHER_SIGNER')
  if (!household.isAnswered) return refuse('ANSWER_NONE')
  const said = { actorId, signer: null, witnessName: null, fileIds: [], fileDigests: [], reason, salt }
  return written(before, { kind: 'withdrawal', answer: null, channel: null }, said, with_)
}

/** Co-owners name who signs for them (共有人推举签字人); the change is a line of the log. What was said stays said. */
export const decideSigner = (
  before: Before,
  to: { personId: string; name: string },
  { actorId, proprietorIds, salt }: { actorId: string; proprietorIds: readonly string[]; salt: string },
  with_: With,
): After | Refusal<ClosedFor | 'ANSWER_NOT_PROPRIETOR' | 'ANSWER_OTHER_SIGNER' | 'SIGNER_UNFIT'> => {
  const { consent, household } = before
  const closed = closedFor(consent, with_.now)
  if (closed) return closed
  if (!proprietorIds.includes(actorId)) return refuse('ANSWER_NOT_PROPRIETOR')
  if (isSignedByOther(household, actorId, proprietorIds)) return refuse('ANSWER_OTHER_SIGNER')
  if (!proprietorIds.includes(to.personId) || to.personId === household.signer?.personId) return refuse('SIGNER_UNFIT')
  const signer = { personId: to.personId, name: to.name }
  const said = { actorId, signer: { ...signer, as: 'proprietor' as const }, witnessName: null, fileIds: [] }
  const line = { kind: 'signer', answer: null, channel: null } as const
  const after = written(before, line, { ...said, fileDigests: [], reason: null, salt }, with_)
  return { ...after, household: { ...after.household, signer } }
}

/** Somebody tried to reach a household: it is contacted or could not be reached, until it answers. */
export const decideContact = (
  { consent, household, tally }: Before,
  isReached: boolean,
  now: number,
): Pick<After, 'household' | 'tally'> | Refusal<ClosedFor> => {
  const closed = closedFor(consent, now)
  if (closed) return closed
  const unanswered = isReached ? ('contacted' as const) : ('unreachable' as const)
  const at = toInstant(now)
  const after: ConsentHousehold = {
    ...household,
    unanswered,
    status: household.isAnswered ? household.status : unanswered,
    contactedAt: at,
    updatedAt: at,
  }
  return { household: after, tally: tallyAfter(tally, household, after, dayOf(now)) }
}
