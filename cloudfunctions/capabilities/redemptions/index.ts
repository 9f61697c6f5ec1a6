import { redemptions } from '@/shared/contracts/redemptions'
import type { Domain } from '../../runtime/handler'
import { addReward } from './add-reward'
import { cancelRedemption } from './cancel-redemption'
import { captureRedemption } from './capture-redemption'
import { countStock } from './count-stock'
import { findRedemption } from './find-redemption'
import { getRedemption } from './get-redemption'
import { getReward } from './get-reward'
import { listCentres } from './list-centres'
import { listCodeRefusals } from './list-code-refusals'
import { listHandouts } from './list-handouts'
import { listManagedRewards } from './list-managed-rewards'
import { listMyCentres } from './list-my-centres'
import { listMyRedemptions } from './list-my-redemptions'
import { listRewards } from './list-rewards'
import { listStockCounts } from './list-stock-counts'
import { redeemReward } from './redeem-reward'
import { returnRedemption } from './return-redemption'
import { setCentre } from './set-centre'
import { showCode } from './show-code'
import { updateReward } from './update-reward'

export const domain: Domain<typeof redemptions> = {
  contracts: redemptions,
  handlers: {
    listCentres,
    listRewards,
    getReward,
    redeemReward,
    listMyRedemptions,
    getRedemption,
    showCode,
    cancelRedemption,
    listMyCentres,
    setCentre,
    findRedemption,
    captureRedemption,
    listHandouts,
    returnRedemption,
    listCodeRefusals,
    listManagedRewards,
    addReward,
    updateReward,
    countStock,
    listStockCounts,
  },
}
