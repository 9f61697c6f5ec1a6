import { issues } from '@/shared/contracts/issues'
import type { Domain } from '../../runtime/handler'
import { addProgress } from './add-progress'
import { answerFollowUp } from './answer-follow-up'
import { askPhone } from './ask-phone'
import { askExtension } from './ask-extension'
import { decideExtension } from './decide-extension'
import { decideCheck } from './decide-check'
import { getIssue } from './get-issue'
import { getPublicIssue } from './get-public-issue'
import { findDuplicates } from './find-duplicates'
import { joinIssue } from './join-issue'
import { leaveIssue } from './leave-issue'
import { listCandidates } from './list-candidates'
import { listClasses } from './list-classes'
import { listLikelyParents } from './list-likely-parents'
import { listMyIssues } from './list-my-issues'
import { listOverdue } from './list-overdue'
import { listPublicIssues } from './list-public-issues'
import { listPublicPins } from './list-public-pins'
import { listQueue } from './list-queue'
import { listSupervised } from './list-supervised'
import { moveIssue } from './move-issue'
import { previewRoute } from './preview-route'
import { rateIssue } from './rate-issue'
import { reportIssue } from './report-issue'
import { setSupervision } from './set-supervision'
import { addApiKey } from './add-api-key'
import { listApiKeys } from './list-api-keys'
import { revokeApiKey } from './revoke-api-key'
import { setApiKey } from './set-api-key'
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
import { dismissCluster } from './dismiss-cluster'
import { getCluster } from './get-cluster'
import { listClusters } from './list-clusters'
import { mergeCluster } from './merge-cluster'
import { addAdoption } from './add-adoption'
import { endAdoption } from './end-adoption'
import { getAdoption } from './get-adoption'
import { listAdopters } from './list-adopters'
import { listAdoptions } from './list-adoptions'
import { noteUpkeep } from './note-upkeep'
import { renewAdoption } from './renew-adoption'
import { setWorks } from './set-works'
import { listAccessLogs } from './list-access-logs'
import { countDesk } from './count-desk'
import { exportIssues } from './export-issues'
import { listDesk } from './list-desk'
import { listDeskPins } from './list-desk-pins'
import { listExports } from './list-exports'

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
    listPublicIssues,
    getPublicIssue,
    listPublicPins,
    moveIssue,
    addProgress,
    rateIssue,
    askExtension,
    decideExtension,
    setSupervision,
    listSupervised,
    listOverdue,
    findDuplicates,
    joinIssue,
    leaveIssue,
    listLikelyParents,
    addApiKey,
    listApiKeys,
    revokeApiKey,
    setApiKey,
    decideCheck,
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
    listClusters,
    getCluster,
    mergeCluster,
    dismissCluster,
    setWorks,
    addAdoption,
    endAdoption,
    getAdoption,
    listAdopters,
    listAdoptions,
    noteUpkeep,
    renewAdoption,
    askPhone,
    answerFollowUp,
    countDesk,
    listDesk,
    listDeskPins,
    exportIssues,
    listExports,
  },
}
