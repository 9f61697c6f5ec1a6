import { organization } from '@/shared/contracts/organization'
import type { Domain } from '../../runtime/handler'
import { getMyTeam } from './get-my-team'
import { listGrids } from './list-grids'
import { listPlaces } from './list-places'
import { listRoster } from './list-roster'
import { listRosterCandidates } from './list-roster-candidates'
import { listStandIns } from './list-stand-ins'
import { setLeave } from './set-leave'
import { setRoster } from './set-roster'

export const domain: Domain<typeof organization> = {
  contracts: organization,
  handlers: { listGrids, listPlaces, getMyTeam, listStandIns, setLeave, listRoster, listRosterCandidates, setRoster },
}
