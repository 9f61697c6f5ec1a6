import { residents } from '@/shared/contracts/residents'
import type { Domain } from '../../runtime/handler'
import { approveBinding } from './approve-binding'
import { listBindings } from './list-bindings'
import { listHouseholds } from './list-households'
import { requestBinding } from './request-binding'

export const domain: Domain<typeof residents> = {
  contracts: residents,
  handlers: { listHouseholds, requestBinding, listBindings, approveBinding },
}
