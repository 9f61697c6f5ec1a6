import { isRefusal } from '@/shared/kernel/decision'
import { attemptOn, decided, freshIssue, passes, rulesOfWalk, walkBegins } from '../support/issue-walk'
import { broken, promisesUnder } from '../support/issue-promises'
import type { Suite } from '../support/trust'

/** How many moves are made in one step. */
export const movesPerStep = 100
/** Longer lives than this tell nothing new. */
const timelineMax = 60

/** What the table lists may still be refused for what was brought, and for nothing else. */
const refusedForInput = ['ISSUE_MOVE_INCOMPLETE', 'ISSUE_PERSON_UNFIT', 'ISSUE_UNTIL_OUT_OF_RANGE', 'FILE_SHOWN_BEFORE']

const fail = (what: string): never => {
  throw new Error(what)
}

/** Issues moved at random by people of every role, each step held against what must be true of it and of the issue after it. */
export const suite: Suite = {
  guarantee:
    'random moves by random roles: no illegal state, no issue without an owner, no deadline but the one counted minute by minute',
  count: 1000,
  async open() {
    const kinds = new Map<string, number>()
    return {
      async step({ index, random }) {
        let made = 0
        let refused = 0
        let serial = 0
        const rules = rulesOfWalk(index, random)
        const { issuePromises, stepPromises } = promisesUnder(rules)
        let now = walkBegins
        let issue = freshIssue(`i-${index}-0`, now, random, rules)
        while (made < movesPerStep) {
          now += passes(random)
          const attempt = attemptOn(issue, now, random, rules)
          const { mover, move, isListed } = attempt
          const after = decided(issue, attempt, now)
          if (isRefusal(after)) {
            refused++
            if (isListed !== refusedForInput.includes(after.refused))
              fail(
                `${move} by ${JSON.stringify(mover)} in ${issue.state}: listed ${isListed}, refused ${after.refused}`,
              )
          } else {
            if (!isListed) fail(`${move} in ${issue.state} was made though it was not listed`)
            const wrong = [
              ...broken(stepPromises, { before: issue, after, mover, move, now }),
              ...broken(issuePromises, after, now),
            ]
            if (wrong.length > 0) fail(`after ${move} from ${issue.state}: ${wrong.join('; ')}`)
            made++
            kinds.set(move, (kinds.get(move) ?? 0) + 1)
            issue = after
          }
          const isOver = issue.state === 'withdrawn' || issue.timeline.length > timelineMax || random() < 0.01
          if (isOver) {
            now = walkBegins
            issue = freshIssue(`i-${index}-${++serial}`, now, random, rules)
          }
        }
        return { made, refused, issues: serial + 1 }
      },
      finish: async () => Object.fromEntries([...kinds].sort()),
      close: async () => undefined,
    }
  },
}
