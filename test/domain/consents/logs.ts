import { createHash } from 'node:crypto'
import type { AnswerCode, Channel, ConflictRule } from '@/shared/kernel/consents'
import { entered, type LogEntry } from '@/shared/domain/consents/entry'
import { countBuilding, exportOf } from '@/shared/domain/consents/export-log'
import { panelOf } from '@/shared/domain/consents/panel'
import { frozenHash } from '@/shared/domain/consents/seal'

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** One thing a household does: an answer on a channel, or taking everything back. */
export type Act = readonly [AnswerCode, Channel] | 'withdraw'

const consentId = 'consent-1'
const asked = { consentId, title: '停车位改造征询', question: '同意吗？', matter: 'special' } as const
/** Given, as it is to a log that holds no areas. */
export const panel = panelOf({ all: 900, participating: 700, agree: 600 }, { all: 9, participating: 7, agree: 6 })

/** The chain of a household that did these things one after another. */
export const chainOf = (pseudonym: string, blockId: string, acts: readonly Act[]): LogEntry[] => {
  const weightDigest = digest(pseudonym)
  let head = frozenHash(consentId, { pseudonym, blockId, weightDigest }, digest)
  return acts.map((act, at) => {
    const line =
      act === 'withdraw'
        ? ({ kind: 'withdrawal', answer: null, channel: null } as const)
        : ({ kind: 'answer', answer: act[0], channel: act[1] } as const)
    const before = { communityId: 'c', consentId, pseudonym, sequence: at, head }
    const entry = entered(before, line, digest(`${pseudonym} note ${at}`), digest)
    head = entry.hash
    const { pseudonym: who, sequence, kind, answer, channel, noteDigest, previousHash, hash } = entry
    return { pseudonym: who, sequence, kind, answer, channel, noteDigest, previousHash, hash }
  })
}

interface Chained {
  readonly pseudonym: string
  readonly weightDigest: string
  readonly entries: readonly LogEntry[]
}

/** Buildings, each a list of what its households did, counted. */
const countedOf = (buildings: readonly (readonly (readonly Act[])[])[], rule: ConflictRule) =>
  buildings.map((homes, building) => {
    const id = `building-${building + 1}`
    const households = homes.map((acts, at): Chained => {
      const pseudonym = digest(`${building} ${at}`).slice(0, 24)
      return { pseudonym, weightDigest: digest(pseudonym), entries: chainOf(pseudonym, id, acts) }
    })
    const of = { consentId, id, name: `${building + 1}号楼`, number: building + 1, rule }
    return { households, counted: countBuilding(of, households, digest) }
  })

/** An export of buildings, each a list of what its households did. */
export const exported = (buildings: readonly (readonly (readonly Act[])[])[], rule: ConflictRule = 'latest') =>
  exportOf(
    { ...asked, rule, panel },
    countedOf(buildings, rule).map(({ counted }) => counted),
    digest,
  )

/** The same, with what was sealed and the households as they stand at the close. */
export const sealedHouseholds = (
  buildings: readonly (readonly (readonly Act[])[])[],
  rule: ConflictRule = 'latest',
) => {
  const { root, frameHash } = exported(buildings, rule)
  const read = countedOf(buildings, rule)
  return {
    root,
    sealed: { ...asked, rule, frameHash, panel, buildings: read.map(({ counted }) => counted.sealed) },
    households: read.flatMap(({ households, counted: { sealed } }) =>
      households.map((one) => ({
        ...one,
        blockId: sealed.id,
        buildingName: sealed.name,
        sequence: one.entries.length,
        head: one.entries.at(-1)?.hash ?? frozenHash(consentId, { ...one, blockId: sealed.id }, digest),
      })),
    ),
  }
}
