import { createHash } from 'node:crypto'
import type { AnswerCode, Channel, ConflictRule } from '@/shared/kernel/consents'
import { entered, type LogEntry } from '@/shared/domain/consents/entry'
import { countBuilding, exportOf } from '@/shared/domain/consents/export-log'
import { frozenHash } from '@/shared/domain/consents/seal'

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** One thing a household does: an answer on a channel, or taking everything back. */
export type Act = readonly [AnswerCode, Channel] | 'withdraw'

const consentId = 'consent-1'

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

/** An export of buildings, each a list of what its households did. */
export const exported = (buildings: readonly (readonly (readonly Act[])[])[], rule: ConflictRule = 'latest') =>
  exportOf(
    { consentId, title: '停车位改造征询', rule },
    buildings.map((households, building) => {
      const id = `building-${building + 1}`
      return countBuilding(
        { consentId, id, name: `${building + 1}号楼`, number: building + 1, rule },
        households.map((acts, at) => {
          const pseudonym = digest(`${building} ${at}`).slice(0, 24)
          return { pseudonym, weightDigest: digest(pseudonym), entries: chainOf(pseudonym, id, acts) }
        }),
        digest,
      )
    }),
    digest,
  )
