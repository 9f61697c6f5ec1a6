import * as z from 'zod'
import {
  answers,
  channels,
  conflictRules,
  consentStates,
  contactWays,
  householdStatuses,
  matters,
} from '../../kernel/consents'
import { day, id, instant } from '../../kernel/shapes'

export const answer = z.enum(answers, { error: '请选择同意、不同意或弃权' })
export const way = z.enum(contactWays, { error: '请选择联系方式' })
export const signsAs = z.enum(['proprietor', 'proxy'], { error: '请选择业主本人或受托人' })

/** Two integers; whoever shows them rounds. */
export const fraction = z.object({ numerator: z.int(), denominator: z.int() })

const counted = {
  households: z.int(),
  agree: z.int(),
  disagree: z.int(),
  abstain: z.int(),
}

/** What everybody may know of a consent, whoever they are. */
export const consentHead = z.object({
  id,
  title: z.string(),
  matter: z.enum(matters),
  rule: z.enum(conflictRules),
  isProgressPublic: z.boolean(),
  state: z.enum(consentStates),
  /** Takes answers just now. */
  isOpen: z.boolean(),
  /** null while the set is being frozen. */
  openedAt: instant.nullable(),
  closesAt: instant,
  /** null while it is open. */
  closedAt: instant.nullable(),
  /** Who ended it before its time, and why; null where nobody did. */
  closedEarly: z.object({ byName: z.string(), reason: z.string() }).nullable(),
  households: z.int(),
  vacant: z.int(),
  /** Of the frozen set; empty while it is being frozen. */
  frameHash: z.string(),
})

export const sums = z.object({ ...counted, agreement: fraction, participation: fraction })

export const panelRow = z.object({
  base: z.enum(['area', 'heads']),
  participation: fraction,
  agreement: fraction,
  /** Else cut down to whole percents, where the areas of a few homes would tell whose they are. */
  isExact: z.boolean(),
  isQuorate: z.boolean(),
  isEnough: z.object({ ordinary: z.boolean(), special: z.boolean() }),
})

/** How it goes, or went: figures of many, never of one. */
export const board = z.object({
  sums,
  buildings: z.array(z.object({ id, name: z.string(), ...counted })),
  curve: z.array(z.object({ day, agree: z.int(), answered: z.int() })),
  /** Empty while answers are taken. */
  panel: z.array(panelRow),
})

/** What was counted and signed. */
export const result = z.object({
  countedAt: instant,
  root: z.string(),
  signature: z.string(),
  publicKey: z.string(),
  /** Whether the recount from the log said what the running sums had said. */
  isAsTallied: z.boolean(),
})

/**
 * What one household needs to see for itself that it was counted, and as what: its own chain, the way from its leaf to the root of its
 * building, and all that was published. Of others it holds digests only.
 */
export const inclusion = z.object({
  kind: z.literal('inclusion'),
  consentId: id,
  title: z.string(),
  question: z.string(),
  matter: z.enum(matters),
  rule: z.enum(conflictRules),
  frameHash: z.string(),
  panel: z.array(panelRow),
  buildings: z.array(z.object({ id, name: z.string(), ...counted, root: z.string() })),
  /** The building the household is counted with. */
  buildingId: id,
  pseudonym: z.string(),
  weightDigest: z.string(),
  entries: z.array(
    z.object({
      kind: z.enum(['answer', 'withdrawal', 'signer']),
      pseudonym: z.string(),
      sequence: z.int(),
      answer: z.enum(answers).nullable(),
      channel: z.enum(channels).nullable(),
      noteDigest: z.string(),
      previousHash: z.string(),
      hash: z.string(),
    }),
  ),
  /** From below; on which side of what is climbed from each stands. */
  path: z.array(z.object({ side: z.enum(['left', 'right']), hash: z.string() })),
})

/** A household as its contact sees it; nobody else is ever given this. */
export const contactRow = z.object({
  householdId: id,
  label: z.string(),
  isVacant: z.boolean(),
  status: z.enum(householdStatuses),
  channel: z.enum(channels).nullable(),
  isInConflict: z.boolean(),
  contactedAt: instant.nullable(),
  hasLink: z.boolean(),
})

/** Sentences every change of an answer shares. */
export const openRefusals = {
  CONSENT_NOT_OPEN: '户册还在冻结，征询还没有开始，请稍等一会儿',
  CONSENT_CLOSED: '征询已经截止，不能再提交或更改意见',
} as const

export const outOfScope = { HOUSEHOLD_NOT_IN_CONSENT: '这一户不在本次征询的户册里' } as const

export const signerRefusals = {
  ANSWER_NOT_PROPRIETOR: '只有业主本人，或持业主书面委托的人，才能代表这一户签字',
  ANSWER_OTHER_SIGNER: '这一户已由另一位共有人签字；要换人，请由那位签字人在本页改推举他人',
} as const
