import { by, declare } from './declare'

/** What redeeming keeps; part of the one list of collections. */
export const redemptionCollections = {
  centres: declare(
    async () => (await import('@/shared/domain/redemptions/centre')).centreRecord,
    { neverSwept: 'where things were handed out, for as long as the community' },
    [by(['communityId', 1], ['createdAt', 1])],
  ),
  rewards: declare(
    async () => (await import('@/shared/domain/redemptions/reward')).rewardRecord,
    { neverSwept: 'what was handed out refers to it' },
    [
      by(['communityId', 1], ['isOffered', 1], ['createdAt', -1], ['_id', -1]),
      by(['centreId', 1], ['createdAt', -1], ['_id', -1]),
      by(['centreId', 1], ['isOffered', 1], ['createdAt', -1], ['_id', -1]),
    ],
  ),
  stockCounts: declare(
    async () => (await import('@/shared/domain/redemptions/reward')).stockCountRecord,
    { neverSwept: 'why a shelf held what it held' },
    [by(['rewardId', 1], ['at', -1], ['_id', -1])],
  ),
  rewardTallies: declare(
    async () => (await import('@/shared/domain/redemptions/tally')).rewardTallyRecord,
    {
      neverSwept: 'how many somebody has had, for as long as the limit or the person',
    },
    [by(['personId', 1])],
  ),
  redemptions: declare(
    async () => (await import('@/shared/domain/redemptions/redemption')).redemptionRecord,
    { neverSwept: 'the books of a centre' },
    [
      by(['ownerId', 1], ['heldAt', -1], ['_id', -1]),
      by(['personId', 1]),
      by(['dueAt', 1]),
      by(['centreId', 1], ['capturedOn', 1], ['capturedAt', -1], ['_id', -1]),
    ],
  ),
  redeemCodes: declare(
    async () => (await import('@/shared/domain/redemptions/code')).redeemCodeRecord,
    { days: 30, since: 'shownAt' },
    [by(['shownAt', 1])],
  ),
  codeTries: declare(async () => (await import('@/shared/domain/redemptions/code')).codeTriesRecord, {
    neverSwept: 'one a clerk, written over and over',
  }),
  codeRefusals: declare(
    async () => (await import('@/shared/domain/redemptions/code')).codeRefusalRecord,
    { days: 1095, since: 'at' },
    [by(['communityId', 1], ['at', -1], ['_id', -1]), by(['at', 1])],
  ),
}
