import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { adjust, expire, reversalIdOf, reverse } from '@/shared/domain/lovebank/entries'
import { toInstant } from '@/shared/kernel/time'
import { ruled } from '../history/stage'
import type { ActOf } from './acts'
import type { Town } from './town'

/** A correction by hand. */
export const correct = (town: Town, { by, ownerId, halfPoints, reason, at }: ActOf<'adjust'>): void => {
  const account = town.books.accountOf('person', ownerId, at)
  const id = `adjust-${town.key('adjust', ownerId, String(at))}`
  const draft = ruled(adjust(account, { id, halfPoints, at: toInstant(at) }, bankRules))
  town.books.post('person', ownerId, draft, { actorId: by, title: '积分更正', reason, subjectId: null })
}

/** Takes an award back; what is no longer there is owed. */
export const takeBack = (town: Town, { by, who, sessionId, reason, at }: ActOf<'reverse'>): void => {
  const original = town.awards.get(`${sessionId} ${who}`)!
  if (town.books.transfer(reversalIdOf(original._id))) throw new Error(`${original._id} was taken back before`)
  const account = town.books.accountOf('person', who, at)
  const draft = ruled(reverse(account, { original, at: toInstant(at) }, bankRules))
  const title = `冲正：${town.sessions.get(sessionId)!.title}`
  town.books.post('person', who, draft, { actorId: by, title, reason, subjectId: sessionId })
}

/** Ends the points whose last day has passed. */
export const expirePoints = (town: Town, at: number): void => {
  for (const { kind, ownerId } of town.books.holders()) {
    const draft = expire(town.books.accountOf(kind, ownerId, at), { at: toInstant(at) })
    const note = { actorId: 'system', title: '积分到期', reason: null, subjectId: null }
    if (draft) town.books.post(kind, ownerId, draft, note)
  }
}
