import { counterSide } from './counter'
import { memberSide } from './member'
import { stockSide } from './stock'

/** Redeeming points (积分兑换): what members choose and fetch, what a centre hands out, and what lies on its shelf. */
export const redemptions = { ...memberSide, ...counterSide, ...stockSide }
