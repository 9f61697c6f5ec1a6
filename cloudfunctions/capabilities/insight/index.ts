import { insight } from '@/shared/contracts/insight'
import type { Domain } from '../../runtime/handler'
import { exportService } from './export-service'
import { getRates } from './get-rates'
import { getService } from './get-service'
import { listDrawn } from './list-drawn'

export const domain: Domain<typeof insight> = {
  contracts: insight,
  handlers: { getRates, getService, exportService, listDrawn },
}
