import type * as z from 'zod'
import type { inclusion } from '../../contracts/consents/shapes'
import type { AnswerCode } from '../../kernel/consents'
import { canonicalText, type Digest, type LogEntry } from './entry'
import { exportedEntry } from './export-log'
import type { ConsentHousehold } from './household'
import {
  askedFields,
  closingRootOf,
  figuresOf,
  frozenHash,
  leafHash,
  merklePath,
  rootAlong,
  rowFigures,
  type Sealed,
} from './seal'
import { liveOf, nothingSaid, saidAfter, type Live } from './standing'

export type Inclusion = z.infer<typeof inclusion>

type Sealable = Pick<ConsentHousehold, 'pseudonym' | 'weightDigest' | 'blockId' | 'sequence' | 'head'>

/** The proof for one of the households of a building; null where it is none of them. */
export const inclusionOf = (
  sealed: Sealed,
  pseudonym: string,
  block: readonly Sealable[],
  entries: readonly LogEntry[],
  digest: Digest,
): Inclusion | null => {
  const { consentId, title, question, matter, rule, frameHash, panel, buildings } = sealed
  const ordered = [...block].sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
  const at = ordered.findIndex((one) => one.pseudonym === pseudonym)
  const own = ordered[at]
  if (!own) return null
  const leaves = ordered.map((one) => leafHash(frozenHash(consentId, one, digest), one.sequence, one.head, digest))
  return {
    kind: 'inclusion',
    consentId,
    title,
    question,
    matter,
    rule,
    frameHash,
    panel: [...panel],
    buildings: [...buildings],
    buildingId: own.blockId,
    pseudonym,
    weightDigest: own.weightDigest,
    entries: entries.map(exportedEntry),
    path: merklePath(leaves, at, digest),
  }
}

/** Why a proof does not hold. */
export const inclusionProblems = {
  chain: '这一户的记录前后对不上',
  building: '从这一户的记录算不到本楼的根',
  root: '从各楼的票数和根算不到公布的根',
} as const
export type InclusionProblem = keyof typeof inclusionProblems

/** What somebody reads of a consent and of their own part in it, which their proof has to say as well. */
export interface Read {
  readonly consent: Pick<Inclusion, 'title' | 'question' | 'matter' | 'rule' | 'frameHash'> & { readonly id: string }
  readonly board: {
    readonly buildings: readonly Omit<Inclusion['buildings'][number], 'root'>[]
    readonly panel: Inclusion['panel']
  }
  readonly answer: AnswerCode | null
  readonly receipt: string | null
}

export interface Included {
  readonly problem: InclusionProblem | null
  /** What the household counts as; null for none. */
  readonly live: Live | null
  readonly buildingName: string
  /** The end of its chain; empty for a household that never said anything. */
  readonly receipt: string
}

/** Follows a proof from the household's own lines up to a root that was published. Needs nothing from the server that gave it. */
export const checkInclusion = (proof: Inclusion, root: string, digest: Digest): Included => {
  const { consentId, rule, buildings, buildingId, pseudonym, weightDigest, entries, path } = proof
  const building = buildings.find(({ id }) => id === buildingId)
  const frozen = frozenHash(consentId, { pseudonym, blockId: buildingId, weightDigest }, digest)
  let [head, said] = [frozen, nothingSaid]
  const found = (problem: InclusionProblem | null): Included => ({
    problem,
    live: liveOf(said, rule),
    buildingName: building?.name ?? '',
    receipt: entries.at(-1)?.hash ?? '',
  })
  for (const [at, entry] of entries.entries()) {
    const isNext = entry.pseudonym === pseudonym && entry.sequence === at + 1 && entry.previousHash === head
    if (!isNext || digest(canonicalText(consentId, entry)) !== entry.hash) return found('chain')
    head = entry.hash
    said = saidAfter(said, entry, rule)
  }
  const leaf = leafHash(frozen, entries.length, head, digest)
  if (!building || rootAlong(leaf, path, digest) !== building.root) return found('building')
  return found(closingRootOf(proof, digest) === root ? null : 'root')
}

/** Whether a proof is of the very consent and household somebody reads, and says of them what they read: else it proves something else. */
export const isAsRead = (proof: Inclusion, { live, receipt }: Included, read: Read): boolean => {
  const { consent, board } = read
  const proved = [
    [...askedFields(proof), proof.frameHash],
    proof.buildings.map(figuresOf),
    proof.panel.map(rowFigures),
    [live?.answer ?? null, receipt],
  ]
  const shown = [
    [...askedFields({ ...consent, consentId: consent.id }), consent.frameHash],
    board.buildings.map(figuresOf),
    board.panel.map(rowFigures),
    [read.answer, read.receipt ?? ''],
  ]
  return JSON.stringify(proved) === JSON.stringify(shown)
}
