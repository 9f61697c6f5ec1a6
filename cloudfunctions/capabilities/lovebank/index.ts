import { lovebank } from '@/shared/contracts/lovebank'
import type { Domain } from '../../runtime/handler'
import { adjustPoints } from './adjust-points'
import { getBooks } from './get-books'
import { getMember } from './get-member'
import { getMyAccount } from './get-my-account'
import { listMemberStatement } from './list-member-statement'
import { listStatement } from './list-statement'
import { reverseTransfer } from './reverse-transfer'
import { setSuspension } from './set-suspension'

export const domain: Domain<typeof lovebank> = {
  contracts: lovebank,
  handlers: {
    getMyAccount,
    listStatement,
    getBooks,
    getMember,
    listMemberStatement,
    adjustPoints,
    reverseTransfer,
    setSuspension,
  },
}
