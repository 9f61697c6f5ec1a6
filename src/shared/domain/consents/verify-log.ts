import type * as z from 'zod'
import { canonicalText, type Digest } from './entry'
import {
  buildingLine,
  checkOf,
  endLine,
  entryLine,
  headLine,
  householdLine,
  type BuildingLine,
  type HeadLine,
} from './export-log'
import {
  closingRootOf,
  frameHashOf,
  frozenHash,
  leafHash,
  merkleRoot,
  sumOf,
  type Counted,
  type SealedBuilding,
} from './seal'
import { liveOf, nothingSaid, saidAfter, type Said } from './standing'

/** What is wrong with an exported log, and only the first of it. */
const problems = {
  unreadable: '这一行读不懂，被改动过或不完整',
  changed: '这一行的内容被改动过',
  order: '这一行不该在这里：有行被删除、插入或调换',
  chain: '与同一户的前一条断开',
  short: '这一户在这里少了记录',
  missing: '这里缺少住户或楼栋',
  cut: '文件在这里被截断',
  extra: '结尾之后还有内容',
  frame: '冻结户册与开头所写的不符',
  count: '按原始记录复核的票数与所写的不符',
  end: '结尾所写的与全文不符',
} as const
export type LogProblem = keyof typeof problems

export interface LogReport {
  /** Where the first problem is: a line, counted from 1, and the household it concerns; null when the log holds. */
  readonly fault: { readonly line: number; readonly problem: LogProblem; readonly pseudonym: string | null } | null
  readonly title: string
  readonly buildings: readonly SealedBuilding[]
  readonly sum: Counted
  /** Recomputed from the log; empty when there is a fault. */
  readonly root: string
  readonly entries: number
}

export const faultText = ({ line, problem, pseudonym }: NonNullable<LogReport['fault']>): string =>
  `第 ${line} 行${pseudonym ? `（户号 ${pseudonym}）` : ''}：${problems[problem]}`

class Fault extends Error {
  constructor(
    readonly line: number,
    readonly problem: LogProblem,
    readonly pseudonym: string | null = null,
  ) {
    super(problem)
  }
}

/** A line as one of the shapes, in the only spelling there is; null when it is another kind. */
const read = <T>(shape: z.ZodType<T>, text: string): T | null => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = shape.safeParse(value)
  return parsed.success && JSON.stringify(parsed.data) === text ? parsed.data : null
}

const shapes: readonly z.ZodType[] = [headLine, buildingLine, householdLine, entryLine, endLine]

/** Walks through an export line by line, recounts it, and stops at the first line that is not what it must be. */
class Walk {
  private at = 0
  entries = 0

  constructor(
    private readonly lines: readonly string[],
    private readonly digest: Digest,
  ) {}

  /** The next line must be of this shape. */
  private next<T>(shape: z.ZodType<T>, otherwise: LogProblem, pseudonym: string | null = null): T {
    const text = this.lines[this.at]
    if (text === undefined) throw new Fault(this.at + 1, 'cut', pseudonym)
    const found = read(shape, text)
    if (found) {
      this.at++
      return found
    }
    const isOther = shapes.some((one) => read(one, text) !== null)
    throw new Fault(this.at + 1, isOther ? otherwise : 'unreadable', pseudonym)
  }

  private fail(problem: LogProblem, pseudonym: string | null = null): never {
    throw new Fault(this.at, problem, pseudonym)
  }

  head(): HeadLine {
    const line = this.next(headLine, 'order')
    if (checkOf(line, this.digest) !== line.check) this.fail('changed')
    return line
  }

  /** A household with its chain: what it is frozen as, what it has said, and its leaf. */
  private household(
    { id: consentId, rule }: HeadLine,
    blockId: string,
    number: number,
  ): { frozen: string; leaf: string; said: Said } {
    const line = this.next(householdLine, 'order')
    const { pseudonym, weightDigest, frozen, sequence, head, leaf } = line
    const isFrozen = frozenHash(consentId, { pseudonym, weightDigest, blockId }, this.digest) === frozen
    if (line.number !== number) this.fail('order', pseudonym)
    if (!isFrozen || leafHash(frozen, sequence, head, this.digest) !== leaf) this.fail('changed', pseudonym)
    let [last, said] = [frozen, nothingSaid]
    for (let place = 1; place <= sequence; place++) {
      const entry = this.next(entryLine, 'short', pseudonym)
      this.entries++
      if (entry.pseudonym !== pseudonym || entry.sequence !== place) this.fail('order', pseudonym)
      if (this.digest(canonicalText(consentId, entry)) !== entry.hash) this.fail('changed', pseudonym)
      if (entry.previousHash !== last) this.fail('chain', pseudonym)
      last = entry.hash
      said = saidAfter(said, entry, rule)
    }
    if (last !== head) this.fail('chain', pseudonym)
    return { frozen, leaf, said }
  }

  building(head: HeadLine, number: number): { line: BuildingLine; frozenRoot: string } {
    const line = this.next(buildingLine, number === 1 ? 'order' : 'missing')
    const began = this.at
    if (checkOf(line, this.digest) !== line.check) this.fail('changed')
    if (line.number !== number) this.fail('order')
    const tally = { agree: 0, disagree: 0, abstain: 0 }
    const [frozen, leaves]: [string[], string[]] = [[], []]
    for (let place = 1; place <= line.households; place++) {
      const one = this.household(head, line.id, place)
      frozen.push(one.frozen)
      leaves.push(one.leaf)
      const live = liveOf(one.said, head.rule)
      if (live) tally[live.answer]++
    }
    const frozenRoot = merkleRoot(frozen, this.digest)
    const isCount = tally.agree === line.agree && tally.disagree === line.disagree && tally.abstain === line.abstain
    if (!isCount) throw new Fault(began, 'count')
    if (frozenRoot !== line.frozenRoot || merkleRoot(leaves, this.digest) !== line.root) throw new Fault(began, 'frame')
    return { line, frozenRoot }
  }

  end(sum: Counted, root: string): void {
    const line = this.next(endLine, 'order')
    const isSame =
      line.lines === this.at &&
      line.households === sum.households &&
      line.agree === sum.agree &&
      line.disagree === sum.disagree &&
      line.abstain === sum.abstain &&
      line.root === root
    if (!isSame) this.fail('end')
    if (this.at < this.lines.length) throw new Fault(this.at + 1, 'extra')
  }
}

/**
 * Recounts an exported log on its own, and finds and locates the first line that was flipped, inserted, deleted, moved or cut off. What
 * was rewritten throughout, digests and all, holds in itself and shows only in the root, which has to be the published one.
 */
export const verifyLog = (text: string, digest: Digest): LogReport => {
  const lines = text.split('\n')
  const isWhole = lines.pop() === ''
  const walk = new Walk(isWhole ? lines : text.split('\n'), digest)
  let title = ''
  const buildings: SealedBuilding[] = []
  const report = () => ({ title, buildings, sum: sumOf(buildings), entries: walk.entries })
  try {
    const head = walk.head()
    title = head.title
    const roots: { id: string; households: number; root: string }[] = []
    for (let number = 1; number <= head.buildings; number++) {
      const { line, frozenRoot } = walk.building(head, number)
      const { id, name, households, agree, disagree, abstain, root } = line
      buildings.push({ id, name, households, agree, disagree, abstain, root })
      roots.push({ id, households, root: frozenRoot })
    }
    const { id: consentId, rule, frameHash } = head
    const sum = sumOf(buildings)
    if (frameHashOf(consentId, roots, digest) !== frameHash || sum.households !== head.households)
      throw new Fault(1, 'frame')
    const root = closingRootOf({ consentId, title, frameHash, rule, buildings }, digest)
    walk.end(sum, root)
    if (!isWhole) throw new Fault(lines.length + 1, 'cut')
    return { fault: null, ...report(), root }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { line, problem, pseudonym } = error
    return { fault: { line, problem, pseudonym }, ...report(), root: '' }
  }
}
