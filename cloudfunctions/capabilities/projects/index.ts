import { projects } from '@/shared/contracts/projects'
import type { Domain } from '../../runtime/handler'
import { checkShares } from './check-shares'
import { confirmSpending } from './confirm-spending'
import { exportShares } from './export-shares'
import { findSimilarProjects } from './find-similar-projects'
import { getFunding } from './get-funding'
import { getFunnel } from './get-funnel'
import { getMyShare } from './get-my-share'
import { getProject } from './get-project'
import { getShare } from './get-share'
import { importShares } from './import-shares'
import { listCalls } from './list-calls'
import { listCandidates } from './list-candidates'
import { listPayments } from './list-payments'
import { listProjects } from './list-projects'
import { listShares } from './list-shares'
import { moveProject } from './move-project'
import { openFunding } from './open-funding'
import { proposeProject } from './propose-project'
import { recordPayment } from './record-payment'
import { remindShares } from './remind-shares'
import { setBudget } from './set-budget'
import { setCall } from './set-call'
import { setExemption } from './set-exemption'
import { setFunding } from './set-funding'
import { setWorks } from './set-works'
import { voidPayment } from './void-payment'

export const domain: Domain<typeof projects> = {
  contracts: projects,
  handlers: {
    listCalls,
    setCall,
    getFunnel,
    proposeProject,
    findSimilarProjects,
    listProjects,
    getProject,
    moveProject,
    setBudget,
    setWorks,
    listCandidates,
    setFunding,
    checkShares,
    importShares,
    openFunding,
    getFunding,
    listShares,
    listPayments,
    recordPayment,
    voidPayment,
    setExemption,
    confirmSpending,
    getMyShare,
    getShare,
    remindShares,
    exportShares,
  },
}
