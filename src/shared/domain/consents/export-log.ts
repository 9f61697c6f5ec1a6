import * as z from 'zod'
import { answers, channels, conflictRules, type ConflictRule } from '../../kernel/consents'
import type { Digest, LogEntry } from './entry'
import { frozenHash, leafHash, merkleRoot, sumOf, closingRootOf, frameHashOf, type SealedBuilding } from './seal'
import { liveOf, nothingSaid, saidAfter } from './standing'

/**
 * The log as it leaves the server: one JSON object a line, in one order and one spelling, so that everything that is not as it was is
 * found. A building is followed by its households, a household by its entries; households stand by their salted ids, which say nothing.
 * No door, name, instant or area is in it.
 */
const hash = z.string()
const count = z.int().min(0)
export const headLine = z.strictObject({
  kind: z.literal('consent'),
  id: z.string(),
  title: z.string(),
  rule: z.enum(conflictRules),
  households: count,
  buildings: count,
  frameHash: hash,
  check: hash,
})
export const buildingLine = z.strictObject({
  kind: z.literal('building'),
  number: count,
  id: z.string(),
  name: z.string(),
  households: count,
  agree: count,
  disagree: count,
  abstain: count,
  frozenRoot: hash,
  root: hash,
  check: hash,
})
export const householdLine = z.strictObject({
  kind: z.literal('household'),
  number: count,
  pseudonym: z.string(),
  weightDigest: hash,
  frozen: hash,
  sequence: count,
  head: hash,
  leaf: hash,
})
export const entryLine = z.strictObject({
  kind: z.enum(['answer', 'withdrawal', 'signer']),
  pseudonym: z.string(),
  sequence: count,
  answer: z.enum(answers).nullable(),
  channel: z.enum(channels).nullable(),
  noteDigest: hash,
  previousHash: hash,
  hash,
})
export const endLine = z.strictObject({
  kind: z.literal('end'),
  lines: count,
  households: count,
  agree: count,
  disagree: count,
  abstain: count,
  root: hash,
})
export type HeadLine = z.infer<typeof headLine>
export type BuildingLine = z.infer<typeof buildingLine>
export type HouseholdLine = z.infer<typeof householdLine>

/** The digest a line carries of all that stands before it in the line. */
export const checkOf = <T extends { check: string }>({ check: _check, ...rest }: T, digest: Digest): string =>
  digest(JSON.stringify(Object.values({ ...rest })))

/** A household with its chain, to be counted and sealed. */
export interface Counting {
  readonly pseudonym: string
  readonly weightDigest: string
  readonly entries: readonly LogEntry[]
}

export interface CountedBuilding {
  readonly sealed: SealedBuilding
  /** Its part of the export, line by line. */
  readonly lines: readonly string[]
  readonly frozenRoot: string
}

/** Recounts one building from the raw log of its households, seals it, and writes its part of the export. */
export const countBuilding = (
  of: { consentId: string; id: string; name: string; number: number; rule: ConflictRule },
  households: readonly Counting[],
  digest: Digest,
): CountedBuilding => {
  const ordered = [...households].sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
  const tally = { agree: 0, disagree: 0, abstain: 0 }
  const rows = ordered.map(({ pseudonym, weightDigest, entries }, at) => {
    const frozen = frozenHash(of.consentId, { pseudonym, weightDigest, blockId: of.id }, digest)
    const live = liveOf(
      entries.reduce((said, entry) => saidAfter(said, entry, of.rule), nothingSaid),
      of.rule,
    )
    if (live) tally[live.answer]++
    const sequence = entries.length
    const head = entries.at(-1)?.hash ?? frozen
    const leaf = leafHash(frozen, sequence, head, digest)
    const line = { kind: 'household', number: at + 1, pseudonym, weightDigest, frozen, sequence, head, leaf }
    return { frozen, leaf, lines: [JSON.stringify(line), ...entries.map((entry) => lineOf(entry))] }
  })
  const root = merkleRoot(
    rows.map(({ leaf }) => leaf),
    digest,
  )
  const frozenRoot = merkleRoot(
    rows.map(({ frozen }) => frozen),
    digest,
  )
  const { id, name, number } = of
  const numbers = { number, id, name, households: rows.length, ...tally, frozenRoot, root }
  const first: BuildingLine = { kind: 'building', ...numbers, check: '' }
  const sealed = { id, name, households: rows.length, ...tally, root }
  return {
    sealed,
    frozenRoot,
    lines: [JSON.stringify({ ...first, check: checkOf(first, digest) }), ...rows.flatMap(({ lines }) => lines)],
  }
}

const lineOf = ({
  kind,
  pseudonym,
  sequence,
  answer,
  channel,
  noteDigest,
  previousHash,
  hash: own,
}: LogEntry): string =>
  JSON.stringify({ kind, pseudonym, sequence, answer, channel, noteDigest, previousHash, hash: own })

/** The whole export with its closing root, from its buildings in their order. */
export const exportOf = (
  of: { consentId: string; title: string; rule: ConflictRule },
  buildings: readonly CountedBuilding[],
  digest: Digest,
): { text: string; root: string; frameHash: string } => {
  const { consentId, title, rule } = of
  const sealed = buildings.map((one) => one.sealed)
  const frameHash = frameHashOf(
    consentId,
    buildings.map(({ sealed: { id, households }, frozenRoot }) => ({ id, households, root: frozenRoot })),
    digest,
  )
  const root = closingRootOf({ consentId, title, frameHash, rule, buildings: sealed }, digest)
  const sum = sumOf(sealed)
  const numbers = { households: sum.households, buildings: sealed.length, frameHash }
  const first: HeadLine = { kind: 'consent', id: consentId, title, rule, ...numbers, check: '' }
  const lines = [JSON.stringify({ ...first, check: checkOf(first, digest) }), ...buildings.flatMap((one) => one.lines)]
  const { households, agree, disagree, abstain } = sum
  const last = { kind: 'end', lines: lines.length + 1, households, agree, disagree, abstain, root }
  return { text: `${[...lines, JSON.stringify(last)].join('\n')}\n`, root, frameHash }
}
