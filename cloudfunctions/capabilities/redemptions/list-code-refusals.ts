import type { redemptions } from '@/shared/contracts/redemptions'
import { codeRefusals } from '@/shared/contracts/redemptions/shapes'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

const isCode = (why: string): why is keyof typeof codeRefusals => Object.hasOwn(codeRefusals, why)

/** Codes that were refused, the latest first: what a clerk looks at when somebody comes back, and an administrator when many do. */
export const listCodeRefusals: Handler<typeof redemptions.listCodeRefusals> = async (
  { cursor },
  { actor, now, store },
) => {
  const found = await store.codeRefusals.list({
    ...afterKey({ communityId: actor.communityId }, cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  return {
    refusals: found.slice(0, pageSize).map(({ _id, at, clerkName, why }) => ({
      id: _id,
      at,
      clerkName,
      why: isCode(why) ? codeRefusals[why] : '',
    })),
    next: nextCursor(found, ({ at }) => at),
    now: toInstant(now),
  }
}
