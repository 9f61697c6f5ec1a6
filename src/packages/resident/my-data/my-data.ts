import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

/** What the server answers about me. */
export type MyData = OutputOf<ContractOf<'residents.getMyData'>>
