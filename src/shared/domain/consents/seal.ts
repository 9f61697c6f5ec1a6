import type { ConflictRule } from '../../kernel/consents'
import type { Digest } from './entry'

/** A household as it is frozen: its salted id, the building it is counted with, and the salted digest of its door, area and owner. */
export interface Frozen {
  readonly pseudonym: string
  readonly blockId: string
  readonly weightDigest: string
}

/** How many of each answer, of how many households. */
export interface Counted {
  readonly households: number
  readonly agree: number
  readonly disagree: number
  readonly abstain: number
}

/** The digest of one frozen household. It is the head of its chain before the first answer, so that no chain can be moved to another. */
export const frozenHash = (consentId: string, { pseudonym, blockId, weightDigest }: Frozen, digest: Digest): string =>
  digest(JSON.stringify([consentId, pseudonym, blockId, weightDigest]))

/** What a household is in the closing tree: what was frozen, how long its chain is, and the end of it. */
export const leafHash = (frozen: string, sequence: number, head: string, digest: Digest): string =>
  digest(JSON.stringify([frozen, sequence, head]))

/** A Merkle root; an odd one at the end of a level goes up as it is. The root of nothing is the digest of nothing. */
export const merkleRoot = (leaves: readonly string[], digest: Digest): string => {
  let level = leaves
  while (level.length > 1) {
    const above: string[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]]
      above.push(right === undefined ? left : digest(`${left}${right}`))
    }
    level = above
  }
  return level[0] ?? digest('')
}

/** The hash of the frozen set (冻结户册) that is shown at the opening, from the roots of its buildings in their order. */
export const frameHashOf = (
  consentId: string,
  buildings: readonly { readonly id: string; readonly households: number; readonly root: string }[],
  digest: Digest,
): string =>
  digest(JSON.stringify(['frame', consentId, buildings.map(({ id, households, root }) => [id, households, root])]))

/** A building at the close: its count and the root over the ends of its chains. */
export interface SealedBuilding extends Counted {
  readonly id: string
  readonly name: string
  readonly root: string
}

/**
 * What is signed and published: the consent by its title, the frozen set, the declared rule, the count of every building by its name, and
 * the roots over all ends. Whatever an export says is bound by it, so that no result can be read as another's.
 */
export const closingRootOf = (
  of: {
    readonly consentId: string
    readonly title: string
    readonly frameHash: string
    readonly rule: ConflictRule
    readonly buildings: readonly SealedBuilding[]
  },
  digest: Digest,
): string =>
  digest(
    JSON.stringify([
      'result',
      of.consentId,
      of.title,
      of.frameHash,
      of.rule,
      of.buildings.map(({ id, name, households, agree, disagree, abstain, root }) => [
        id,
        name,
        households,
        agree,
        disagree,
        abstain,
        root,
      ]),
    ]),
  )

export const sumOf = (parts: readonly Counted[]): Counted =>
  parts.reduce<Counted>(
    (sum, one) => ({
      households: sum.households + one.households,
      agree: sum.agree + one.agree,
      disagree: sum.disagree + one.disagree,
      abstain: sum.abstain + one.abstain,
    }),
    { households: 0, agree: 0, disagree: 0, abstain: 0 },
  )
