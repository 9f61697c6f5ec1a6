import { activities } from '@/shared/contracts/activities'
import type { Domain } from '../../runtime/handler'
import { approveActivity } from './approve-activity'
import { cancelSession } from './cancel-session'
import { cancelSignup } from './cancel-signup'
import { checkCertificate } from './check-certificate'
import { checkIn } from './check-in'
import { checkOut } from './check-out'
import { countSessions } from './count-sessions'
import { createActivity } from './create-activity'
import { decideParticipation } from './decide-participation'
import { endActivity } from './end-activity'
import { getActivity } from './get-activity'
import { getCertificate } from './get-certificate'
import { getMyHours } from './get-my-hours'
import { getRanking } from './get-ranking'
import { getRoster } from './get-roster'
import { getSession } from './get-session'
import { issueCertificate } from './issue-certificate'
import { listActivities } from './list-activities'
import { listLeaders } from './list-leaders'
import { listMyCertificates } from './list-my-certificates'
import { listMySignups } from './list-my-signups'
import { listSessions } from './list-sessions'
import { listThemes } from './list-themes'
import { listUndecided } from './list-undecided'
import { setLeader } from './set-leader'
import { revokeCertificate } from './revoke-certificate'
import { setRanking } from './set-ranking'
import { setThemes } from './set-themes'
import { signInVolunteer } from './sign-in-volunteer'
import { signUp } from './sign-up'
import { updateActivity } from './update-activity'
import { withdrawCertificate } from './withdraw-certificate'

export const domain: Domain<typeof activities> = {
  contracts: activities,
  handlers: {
    createActivity,
    approveActivity,
    updateActivity,
    listLeaders,
    setLeader,
    endActivity,
    getActivity,
    listActivities,
    listThemes,
    setThemes,
    listSessions,
    countSessions,
    getSession,
    listMySignups,
    getMyHours,
    signUp,
    cancelSignup,
    checkIn,
    checkOut,
    getRoster,
    signInVolunteer,
    decideParticipation,
    listUndecided,
    cancelSession,
    issueCertificate,
    listMyCertificates,
    getCertificate,
    withdrawCertificate,
    checkCertificate,
    revokeCertificate,
    getRanking,
    setRanking,
  },
}
