import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

/** A reward as those who keep it see it. */
export type Managed = OutputOf<ContractOf<'redemptions.listManagedRewards'>>['rewards'][number]
