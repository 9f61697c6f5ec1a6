import { organization } from '@/shared/contracts/organization'
import type { Domain } from '../../runtime/handler'
import { checkHouseholds } from './check-households'
import { exportHouseholds } from './export-households'
import { getMyTeam } from './get-my-team'
import { importHouseholds } from './import-households'
import { listGrids } from './list-grids'
import { listPlaces } from './list-places'
import { listRoster } from './list-roster'
import { listRosterCandidates } from './list-roster-candidates'
import { listStandIns } from './list-stand-ins'
import { setLeave } from './set-leave'
import { setRoster } from './set-roster'

export const domain: Domain<typeof organization> = {
  contracts: organization,
  handlers: {
    listGrids,
    listPlaces,
    exportHouseholds,
    checkHouseholds,
    importHouseholds,
    getMyTeam,
    listStandIns,
    setLeave,
    listRoster,
    listRosterCandidates,
    setRoster,
  },
}
