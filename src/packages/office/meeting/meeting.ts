import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

/** One meeting as the server tells it to its reader. */
export type Meeting = OutputOf<ContractOf<'issues.getMeeting'>>
