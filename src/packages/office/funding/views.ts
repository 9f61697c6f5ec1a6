import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

/** A self-funding as its treasurer sees it. */
export type FundingView = OutputOf<ContractOf<'projects.getFunding'>>
