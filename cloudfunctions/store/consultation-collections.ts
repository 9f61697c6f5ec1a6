import { by, declare } from './declare'

const records = () => import('@/shared/domain/consultations/records')

const record = { neverSwept: 'what a community agreed on, and how' }

/** What consultations are made of; see `collections`. */
export const consultationCollections = {
  consultations: declare(async () => (await records()).consultationRecord, record, [
    by(['communityId', 1], ['isOpen', 1], ['textCheck', 1], ['updatedAt', -1], ['_id', -1]),
    by(['communityId', 1], ['step', 1], ['updatedAt', -1], ['_id', -1]),
    by(['communityId', 1], ['textCheck', 1], ['createdAt', 1], ['_id', 1]),
    by(['proposerId', 1], ['createdAt', -1], ['_id', -1]),
    by(['checkDueAt', 1]),
    by(['nextAt', 1]),
    by(['projectId', 1]),
    by(['joinedIntoId', 1]),
  ]),
  partakers: declare(
    async () => (await records()).partakerRecord,
    { neverSwept: 'whoever took part is told how it ended; it goes when the person leaves' },
    [by(['consultationId', 1], ['_id', 1]), by(['personId', 1])],
  ),
  comments: declare(async () => (await records()).commentRecord, record, [
    by(['consultationId', 1], ['createdAt', -1], ['_id', -1]),
    by(['communityId', 1], ['textCheck', 1], ['createdAt', 1], ['_id', 1]),
    by(['personId', 1], ['createdAt', -1]),
    by(['checkDueAt', 1]),
  ]),
  ballots: declare(async () => (await records()).ballotRecord, record, [
    by(['consultationId', 1], ['round', 1], ['optionId', 1]),
    by(['personId', 1]),
  ]),
}
