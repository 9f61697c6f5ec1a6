import type { Registry } from '../runtime/handler'
import { beginUpload } from './files/begin-upload'
import { addProgress } from './issues/add-progress'
import { getIssue } from './issues/get-issue'
import { listCandidates } from './issues/list-candidates'
import { listClasses } from './issues/list-classes'
import { listMyIssues } from './issues/list-my-issues'
import { listQueue } from './issues/list-queue'
import { moveIssue } from './issues/move-issue'
import { previewRoute } from './issues/preview-route'
import { rateIssue } from './issues/rate-issue'
import { reportIssue } from './issues/report-issue'
import { countUnread } from './notices/count-unread'
import { listNotices } from './notices/list-notices'
import { markRead } from './notices/mark-read'
import { getMyTeam } from './organization/get-my-team'
import { listGrids } from './organization/list-grids'
import { listPlaces } from './organization/list-places'
import { listStandIns } from './organization/list-stand-ins'
import { setLeave } from './organization/set-leave'
import { approveBinding } from './residents/approve-binding'
import { listBindings } from './residents/list-bindings'
import { listHouseholds } from './residents/list-households'
import { requestBinding } from './residents/request-binding'
import { getMe } from './session/get-me'

/** THE registry: every capability and the one handler that carries it out. */
export const registry: Registry = {
  session: { getMe },
  organization: { listGrids, listPlaces, getMyTeam, listStandIns, setLeave },
  residents: { listHouseholds, requestBinding, listBindings, approveBinding },
  issues: {
    listClasses,
    previewRoute,
    reportIssue,
    getIssue,
    listMyIssues,
    listQueue,
    listCandidates,
    moveIssue,
    addProgress,
    rateIssue,
  },
  notices: { listNotices, countUnread, markRead },
  files: { beginUpload },
}
