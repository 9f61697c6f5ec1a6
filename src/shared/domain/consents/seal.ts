import type { ConflictRule, Matter } from '../../kernel/consents'
import type { Digest } from './entry'
import type { PanelRow } from './panel'

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

/** An odd one at the end of a level goes up as it is. */
const levelAbove = (level: readonly string[], digest: Digest): string[] => {
  const above: string[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at]!, level[at + 1]]
    above.push(right === undefined ? left : digest(`${left}${right}`))
  }
  return above
}

/** A Merkle root. The root of nothing is the digest of nothing. */
export const merkleRoot = (leaves: readonly string[], digest: Digest): string => {
  let level = leaves
  while (level.length > 1) level = levelAbove(level, digest)
  return level[0] ?? digest('')
}

export interface PathStep {
  /** On which side of what is climbed from it stands. */
  readonly side: 'left' | 'right'
  readonly hash: string
}

/** What one leaf is joined with on the way to the root, from below; a level it goes up alone has no step. */
export const merklePath = (leaves: readonly string[], at: number, digest: Digest): PathStep[] => {
  const path: PathStep[] = []
  let [level, place] = [leaves, at]
  while (level.length > 1) {
    const beside = level[place % 2 === 0 ? place + 1 : place - 1]
    if (beside !== undefined) path.push({ side: place % 2 === 0 ? 'right' : 'left', hash: beside })
    level = levelAbove(level, digest)
    place = Math.floor(place / 2)
  }
  return path
}

/** The root a leaf comes to along its path. */
export const rootAlong = (leaf: string, path: readonly PathStep[], digest: Digest): string =>
  path.reduce((below, { side, hash }) => digest(side === 'left' ? `${hash}${below}` : `${below}${hash}`), leaf)

/** What was asked, and how it is counted, as it was said before the first answer. */
export interface Asked {
  readonly consentId: string
  readonly title: string
  readonly question: string
  readonly matter: Matter
  readonly rule: ConflictRule
}

export const askedFields = ({ consentId, title, question, matter, rule }: Asked) => [
  consentId,
  title,
  question,
  matter,
  rule,
]

/** The hash that is shown at the opening: of what is asked, and of the frozen set (冻结户册) by the roots of its buildings in their order. */
export const frameHashOf = (
  asked: Asked,
  buildings: readonly { readonly id: string; readonly households: number; readonly root: string }[],
  digest: Digest,
): string =>
  digest(
    JSON.stringify(['frame', askedFields(asked), buildings.map(({ id, households, root }) => [id, households, root])]),
  )

/** A building at the close: its count and the root over the ends of its chains. */
export interface SealedBuilding extends Counted {
  readonly id: string
  readonly name: string
  readonly root: string
}

type Figures = Omit<SealedBuilding, 'root'>

/** What is counted of a building, in the order in which it is signed. */
export const figuresOf = ({ id, name, households, agree, disagree, abstain }: Figures) => [
  id,
  name,
  households,
  agree,
  disagree,
  abstain,
]

/** A row of the panel, in the order in which it is signed. */
export const rowFigures = ({ base, participation, agreement, isExact, isQuorate, isEnough }: PanelRow) => [
  base,
  participation.numerator,
  participation.denominator,
  agreement.numerator,
  agreement.denominator,
  isExact,
  isQuorate,
  isEnough.ordinary,
  isEnough.special,
]

/** All that is signed and published. */
export interface Sealed extends Asked {
  readonly frameHash: string
  readonly buildings: readonly SealedBuilding[]
  readonly panel: readonly PanelRow[]
}

/**
 * What is signed: what was asked of which frozen set, the count of every building with the root over the ends of its chains, and the panel
 * of art. 278 as it is shown.
 */
export const closingRootOf = (of: Sealed, digest: Digest): string =>
  digest(
    JSON.stringify([
      'result',
      askedFields(of),
      of.frameHash,
      of.buildings.map((building) => [...figuresOf(building), building.root]),
      of.panel.map(rowFigures),
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
