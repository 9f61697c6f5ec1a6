import { issues } from '@/shared/contracts/issues'
import type { Domain } from '../../runtime/handler'
import { addProgress } from './add-progress'
import { getIssue } from './get-issue'
import { getPublicIssue } from './get-public-issue'
import { listCandidates } from './list-candidates'
import { listClasses } from './list-classes'
import { listMyIssues } from './list-my-issues'
import { listPublicIssues } from './list-public-issues'
import { listPublicPins } from './list-public-pins'
import { listQueue } from './list-queue'
import { moveIssue } from './move-issue'
import { previewRoute } from './preview-route'
import { rateIssue } from './rate-issue'
import { reportIssue } from './report-issue'
import { setApiKey } from './set-api-key'
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
    listPublicIssues,
    getPublicIssue,
    listPublicPins,
    moveIssue,
    addProgress,
    rateIssue,
    setApiKey,
  },
}
