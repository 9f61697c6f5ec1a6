import type { Holder, Person, PostingRecord } from '@/shared/domain/organization/records'
import type { DocumentOf } from './collections'
import type { ReadStore } from './store'

/** The person behind an identity, with every posting they ever held and what this request id answered before. */
export interface Caller {
  person: Person
  postings: PostingRecord[]
  request: DocumentOf<'requests'> | null
}

/** One request: who calls, and whether they have said this before. null when nobody knows the identity. */
export const findCaller = async (
  store: ReadStore,
  openid: string,
  requestKey: string | null,
): Promise<Caller | null> => {
  const [found] = (await store.aggregate('persons', { openid }, [
    { limit: 1 },
    { lookup: { from: 'postings', localField: '_id', foreignField: 'personId', as: 'postings' } },
    ...(requestKey === null
      ? []
      : [{ lookup: { from: 'requests' as const, pipeline: [{ $match: { _id: requestKey } }], as: 'requests' } }]),
  ])) as (Person & { postings: PostingRecord[]; requests?: DocumentOf<'requests'>[] })[]
  if (!found) return null
  const { postings, requests, ...person } = found
  return { person, postings, request: requests?.[0] ?? null }
}

/** One person with every posting they ever held: one request. */
export const findPerson = async (
  store: ReadStore,
  personId: string,
): Promise<{ person: Person; postings: PostingRecord[] } | null> => {
  const [found] = (await store.aggregate('persons', { _id: personId }, [
    { lookup: { from: 'postings', localField: '_id', foreignField: 'personId', as: 'postings' } },
  ])) as (Person & { postings: PostingRecord[] })[]
  if (!found) return null
  const { postings, ...person } = found
  return { person, postings }
}

type Joined = PostingRecord & {
  holder: Person[]
  acting: Person[]
  standIn: Person[]
  actingPostings: PostingRecord[]
  standInPostings: PostingRecord[]
}

/**
 * Every posting in the given scopes with its holder and whoever stands in, with their postings: one request, and all that
 * routing needs to name a person. The stand-in of a leave goes before the stand-in of the post.
 */
export const listHolders = async (
  store: ReadStore,
  communityId: string,
  scopeIds: readonly string[],
  roles?: readonly string[],
): Promise<Holder[]> => {
  const rows = (await store.aggregate(
    'postings',
    { communityId, 'scope.id': { in: scopeIds }, ...(roles ? { role: { in: roles } } : {}) },
    [
      { lookup: { from: 'persons', localField: 'personId', foreignField: '_id', as: 'holder' } },
      { lookup: { from: 'persons', localField: 'holder.leave.standInId', foreignField: '_id', as: 'acting' } },
      { lookup: { from: 'persons', localField: 'standInId', foreignField: '_id', as: 'standIn' } },
      { lookup: { from: 'postings', localField: 'acting._id', foreignField: 'personId', as: 'actingPostings' } },
      { lookup: { from: 'postings', localField: 'standIn._id', foreignField: 'personId', as: 'standInPostings' } },
      { limit: 1000 },
    ],
  )) as Joined[]
  return rows.flatMap(({ holder, acting, standIn, actingPostings, standInPostings, ...posting }) =>
    holder[0]
      ? [
          {
            posting,
            person: holder[0],
            standIn: acting[0] ?? standIn[0],
            postStandIn: standIn[0],
            standInPostings: [...actingPostings, ...standInPostings],
          },
        ]
      : [],
  )
}

/** Every posting of a community in the given roles with its holder: one request, at most a thousand, as CloudBase gives them. */
export const listPosts = async (
  store: ReadStore,
  communityId: string,
  roles: readonly string[],
): Promise<Pick<Holder, 'posting' | 'person'>[]> => {
  const rows = (await store.aggregate('postings', { communityId, role: { in: roles } }, [
    { lookup: { from: 'persons', localField: 'personId', foreignField: '_id', as: 'holder' } },
    { limit: 1000 },
  ])) as (PostingRecord & { holder: Person[] })[]
  return rows.flatMap(({ holder, ...posting }) => (holder[0] ? [{ posting, person: holder[0] }] : []))
}

/** How many open issues each person owns; absent means none. One request. */
export const countOpenIssues = async (store: ReadStore, personIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = (await store.aggregate('issues', { 'owner.personId': { in: personIds }, isOpen: true }, [
    { group: { _id: '$owner.personId', open: { $sum: 1 } } },
  ])) as { _id: string; open: number }[]
  return new Map(rows.map((row) => [row._id, row.open]))
}
