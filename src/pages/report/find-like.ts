import { call } from '@/client/call'
import type { Draft } from '@/client/drafts'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

export type Found = OutputOf<ContractOf<'issues.findDuplicates'>>

/** How long a report waits to hear of others like it; a slow network must not hold it up. */
const patienceMs = 2_500

const none = (): Promise<Found> =>
  new Promise((resolve) => setTimeout(() => resolve({ issues: [], now: '' }), patienceMs))

/** Like issues around a finished report. Never throws and never keeps it waiting: no answer in time is as good as nothing found. */
export const findLike = async ({ classCode = '', text, place }: Draft): Promise<Found> => {
  const asked = call('issues.findDuplicates', { classCode, text, place }).catch(() => ({ issues: [], now: '' }))
  return Promise.race([asked, none()])
}
