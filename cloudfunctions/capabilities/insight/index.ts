import { insight } from '@/shared/contracts/insight'
import type { Domain } from '../../runtime/handler'
import { getRates } from './get-rates'
import { listDrawn } from './list-drawn'

export const domain: Domain<typeof insight> = { contracts: insight, handlers: { getRates, listDrawn } }
