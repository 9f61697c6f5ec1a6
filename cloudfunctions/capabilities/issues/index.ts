import { issues } from '@/shared/contracts/issues'
import type { Domain } from '../../runtime/handler'
import { addProgress } from './add-progress'
import { getIssue } from './get-issue'
import { listCandidates } from './list-candidates'
import { listClasses } from './list-classes'
import { listMyIssues } from './list-my-issues'
import { listQueue } from './list-queue'
import { moveIssue } from './move-issue'
import { previewRoute } from './preview-route'
import { rateIssue } from './rate-issue'
import { reportIssue } from './report-issue'
import { suggestClasses } from './suggest-classes'
import { addCommitment } from './add-commitment'
import { addHelper } from './add-helper'
import { callMeeting } from './call-meeting'
import { cancelMeeting } from './cancel-meeting'
import { checkInToMeeting } from './check-in-to-meeting'
import { completeCommitment } from './complete-commitment'
import { dropCommitment } from './drop-commitment'
import { getMeeting } from './get-meeting'
import { listCommitments } from './list-commitments'
import { listDepartmentIssues } from './list-department-issues'
import { listMeetings } from './list-meetings'
import { postponeCommitment } from './postpone-commitment'
import { removeHelper } from './remove-helper'
import { sendBack } from './send-back'
import { setLead } from './set-lead'
import { signInAttendee } from './sign-in-attendee'
import { updateMeeting } from './update-meeting'
import { writeMinutes } from './write-minutes'
import { takeStep } from './take-step'
import { setParties } from './set-parties'
import { listAccessLogs } from './list-access-logs'

export const domain: Domain<typeof issues> = {
  contracts: issues,
  handlers: {
    listClasses,
    suggestClasses,
    previewRoute,
    reportIssue,
    getIssue,
    listMyIssues,
    listQueue,
    listCandidates,
    moveIssue,
    addProgress,
    rateIssue,
    addCommitment,
    addHelper,
    callMeeting,
    cancelMeeting,
    checkInToMeeting,
    completeCommitment,
    dropCommitment,
    getMeeting,
    listCommitments,
    listDepartmentIssues,
    listMeetings,
    postponeCommitment,
    removeHelper,
    sendBack,
    setLead,
    signInAttendee,
    updateMeeting,
    writeMinutes,
    takeStep,
    setParties,
    listAccessLogs,
  },
}
