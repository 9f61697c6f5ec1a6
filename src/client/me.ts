import type { OutputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import { useCapability } from './hooks'

export type Me = OutputOf<ContractOf<'session.getMe'>>

/** Who is using the product: name, posts, home and grid. One answer serves every page. */
export const useMe = () => useCapability('session.getMe', {})
