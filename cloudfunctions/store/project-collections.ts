import { by, declare } from './declare'

const project = () => import('@/shared/domain/projects/project')
const funding = () => import('@/shared/domain/projects/funding')

const books = { neverSwept: 'the books of a project' }

/** What projects and their self-funding are made of; see `collections`. */
export const projectCollections = {
  projectCalls: declare(
    async () => (await project()).projectCallRecord,
    { neverSwept: 'what proposals answered, for as long as they' },
    [by(['communityId', 1], ['from', -1])],
  ),
  projects: declare(
    async () => (await project()).projectRecord,
    { neverSwept: 'what was proposed and done, for as long as the community' },
    [
      by(['communityId', 1], ['isPublic', 1], ['updatedAt', -1], ['_id', -1]),
      by(['communityId', 1], ['isPublic', 1], ['state', 1], ['updatedAt', -1], ['_id', -1]),
      by(['communityId', 1], ['updatedAt', -1], ['_id', -1]),
      by(['communityId', 1], ['state', 1], ['updatedAt', -1], ['_id', -1]),
      by(['proposerId', 1], ['updatedAt', -1], ['_id', -1]),
      by(['callId', 1], ['unitId', 1], ['reached', 1], ['isEnded', 1]),
      by(['owner.personId', 1]),
      by(['checkDueAt', 1]),
    ],
  ),
  fundings: declare(async () => (await funding()).fundingRecord, books, [by(['treasurer.personId', 1])]),
  buildingShares: declare(async () => (await funding()).buildingSharesRecord, books, [
    by(['fundingId', 1], ['order', 1]),
  ]),
  payments: declare(async () => (await funding()).paymentRecord, books, [
    by(['fundingId', 1], ['at', -1], ['_id', -1]),
    by(['fundingId', 1], ['householdId', 1], ['at', -1], ['_id', -1]),
    // The slips are added up one by one whenever their treasurer looks: over the index, without the documents.
    by(['fundingId', 1], ['voided', 1], ['kind', 1], ['fen', 1]),
  ]),
  slips: declare(async () => (await funding()).slipRecord, books),
}
