import { session } from '@/shared/contracts/session'
import type { Domain } from '../../runtime/handler'
import { getMe } from './get-me'

export const domain: Domain<typeof session> = {
  contracts: session,
  handlers: { getMe },
}
