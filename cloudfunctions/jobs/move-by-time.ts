import { timerMoveOf } from '@/shared/domain/issues/allowed-moves'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { isRefusal } from '@/shared/kernel/decision'
import type { IssueState } from '@/shared/kernel/vocabulary'
import { saveIssue } from '../capabilities/issues/save-issue'
import { rulesReader } from '../store/rules'
import { batchSize, type Job } from './job'

/**
 * Makes the move that time makes by itself for every issue in a state whose day has come. Each issue is decided again
 * inside its own transaction, so a job that runs twice, or meets a person at work, does nothing twice.
 */
const moveByTime =
  (state: IssueState): Job =>
  async ({ store, now }) => {
    const rulesOf = rulesReader(store)
    let done = 0
    let after = ''
    for (;;) {
      const found = await store.issues.list({
        where: { state, _id: { after } },
        orderBy: [['_id', 'asc']],
        limit: batchSize,
      })
      for (const one of found) {
        const rules = await rulesOf(one.communityId)
        if (timerMoveOf(one, now, rules) === null) continue
        const moved = await store.transact(async (tx) => {
          const issue = await tx.issues.get(one._id)
          const move = issue && timerMoveOf(issue, now, rules)
          if (!issue || !move) return false
          const changed = decideMove(issue, move, {}, 'timer', now, rules)
          if (isRefusal(changed)) return false
          await saveIssue(tx, issue, changed, null)
          return true
        })
        if (moved) done++
      }
      const last = found.at(-1)
      if (found.length < batchSize || !last) return { done }
      after = last._id
    }
  }

/** A suspended issue goes on by itself on its day. */
export const resumeSuspended: Job = moveByTime('suspended')

/** A returned issue that its reporter has not answered for seven working days is withdrawn. */
export const withdrawSilent: Job = moveByTime('returned')
