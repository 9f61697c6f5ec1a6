import { issues } from '@/shared/contracts/issues'
import type { Domain } from '../../runtime/handler'
import { addProgress } from './add-progress'
import { decideCheck } from './decide-check'
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
    decideCheck,
  },
}
