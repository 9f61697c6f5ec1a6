import { organization } from '@/shared/contracts/organization'
import type { Domain } from '../../runtime/handler'
import { getMyTeam } from './get-my-team'
import { listGrids } from './list-grids'
import { listPlaces } from './list-places'
import { listStandIns } from './list-stand-ins'
import { setLeave } from './set-leave'

export const domain: Domain<typeof organization> = {
  contracts: organization,
  handlers: { listGrids, listPlaces, getMyTeam, listStandIns, setLeave },
}
