import { residents } from '@/shared/contracts/residents'
import type { Domain } from '../../runtime/handler'
import { approveBinding } from './approve-binding'
import { beginAssistance } from './begin-assistance'
import { endAssistance } from './end-assistance'
import { listAssistable } from './list-assistable'
import { listAssistances } from './list-assistances'
import { deleteAccount } from './delete-account'
import { getMyData } from './get-my-data'
import { keepAccount } from './keep-account'
import { leaveHousehold } from './leave-household'
import { listBindings } from './list-bindings'
import { listHouseholds } from './list-households'
import { listPhoneReads } from './list-phone-reads'
import { requestBinding } from './request-binding'
import { setPhone } from './set-phone'

export const domain: Domain<typeof residents> = {
  contracts: residents,
  handlers: {
    listHouseholds,
    requestBinding,
    listBindings,
    approveBinding,
    getMyData,
    listPhoneReads,
    setPhone,
    leaveHousehold,
    deleteAccount,
    keepAccount,
    listAssistable,
    beginAssistance,
    endAssistance,
    listAssistances,
  },
}
