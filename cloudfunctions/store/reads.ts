import type { Watch } from '@/shared/domain/issues/roster-told'
import type { Holder, Person, PostingRecord } from '@/shared/domain/organization/records'
import type { RosterDay } from '@/shared/domain/organization/roster'
import type { DocumentOf } from './collections'
import type { ReadStore, Stage } from './store'

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

/** The night whose watch is wanted along with something else, and the people of the duty post behind it. */
export interface WatchWanted {
  rosterDayId: string
  dutyPersonIds: readonly string[]
}

interface Watched {
  rosterDay: RosterDay[]
  rostered: Person[]
  onDuty: Person[]
  watchPostings: PostingRecord[]
  dutyPostings: PostingRecord[]
}

/** Stages that bring a night's watch along on every row of another read, so that asking for it costs no request of its own. */
const watchStages = ({ rosterDayId, dutyPersonIds }: WatchWanted): Stage[] => [
  { lookup: { from: 'rosterDays', pipeline: [{ $match: { _id: rosterDayId } }], as: 'rosterDay' } },
  { lookup: { from: 'persons', localField: 'rosterDay.personIds', foreignField: '_id', as: 'rostered' } },
  { lookup: { from: 'persons', pipeline: [{ $match: { _id: { $in: dutyPersonIds } } }], as: 'onDuty' } },
  { lookup: { from: 'postings', localField: 'rostered._id', foreignField: 'personId', as: 'watchPostings' } },
  { lookup: { from: 'postings', localField: 'onDuty._id', foreignField: 'personId', as: 'dutyPostings' } },
]

/** The watch a row brought along, each in the order they were named. null without a row or without having asked. */
const watchOn = (row: Partial<Watched> | undefined, wanted: WatchWanted | null): Watch | null => {
  if (!row || !wanted) return null
  const inOrder = (ids: readonly string[], people: Person[] = [], postings: PostingRecord[] = []) =>
    ids.flatMap((id) => {
      const person = people.find(({ _id }) => _id === id)
      return person ? [{ person, postings: postings.filter(({ personId }) => personId === id) }] : []
    })
  return {
    roster: inOrder(row.rosterDay?.[0]?.personIds ?? [], row.rostered, row.watchPostings),
    dutyPost: inOrder(wanted.dutyPersonIds, row.onDuty, row.dutyPostings),
  }
}

/** One person with every posting they ever held, and a night's watch where that is wanted: one request. */
export const findPerson = async (
  store: ReadStore,
  personId: string,
  wanted: WatchWanted | null = null,
): Promise<{ person: Person; postings: PostingRecord[]; watch: Watch | null } | null> => {
  const [found] = (await store.aggregate('persons', { _id: personId }, [
    { lookup: { from: 'postings', localField: '_id', foreignField: 'personId', as: 'postings' } },
    ...(wanted ? watchStages(wanted) : []),
  ])) as (Person & { postings: PostingRecord[] } & Partial<Watched>)[]
  if (!found) return null
  const { postings, rosterDay, rostered, onDuty, watchPostings, dutyPostings, ...person } = found
  return { person, postings, watch: watchOn({ rosterDay, rostered, onDuty, watchPostings, dutyPostings }, wanted) }
}

/** Somebody with every posting they ever held. */
export interface FoundPerson {
  person: Person
  postings: PostingRecord[]
}

/** Several people with every posting each ever held: one request. */
export const findPeople = async (store: ReadStore, personIds: readonly string[]): Promise<FoundPerson[]> => {
  const rows = (await store.aggregate('persons', { _id: { in: personIds } }, [
    { lookup: { from: 'postings', localField: '_id', foreignField: 'personId', as: 'postings' } },
    { limit: 100 },
  ])) as (Person & { postings: PostingRecord[] })[]
  return rows.map(({ postings, ...person }) => ({ person, postings }))
}

type Joined = Partial<Watched> &
  PostingRecord & {
    holder: Person[]
    acting: Person[]
    standIn: Person[]
    actingPostings: PostingRecord[]
    standInPostings: PostingRecord[]
    reports?: { _id: string; createdAt: string }[]
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
): Promise<Holder[]> => (await listHoldersAndWatch(store, communityId, scopeIds, roles, null)).holders

/** The reports of one person since a day began, as another read brings them along. */
export interface ReportsWanted {
  reporterId: string
  since: string
  /** Classes that are not counted. */
  exceptCodes: readonly string[]
  /** As many as are worth knowing of. */
  max: number
}

const reportStages = ({ reporterId, since, exceptCodes, max }: ReportsWanted): Stage[] => [
  {
    lookup: {
      from: 'issues',
      pipeline: [
        { $match: { reporterId, createdAt: { $gte: since }, classCode: { $nin: exceptCodes } } },
        { $limit: max },
        { $project: { createdAt: 1 } },
      ],
      as: 'reports',
    },
  },
]

/**
 * The same, with a night's watch and somebody's reports where those are wanted; a community with none of these holders brings
 * neither.
 */
export const listHoldersAndWatch = async (
  store: ReadStore,
  communityId: string,
  scopeIds: readonly string[],
  roles: readonly string[] | undefined,
  wanted: WatchWanted | null,
  reports: ReportsWanted | null = null,
): Promise<{ holders: Holder[]; watch: Watch | null; reports: { _id: string; createdAt: string }[] }> => {
  const rows = (await store.aggregate(
    'postings',
    { communityId, 'scope.id': { in: scopeIds }, ...(roles ? { role: { in: roles } } : {}) },
    [
      { lookup: { from: 'persons', localField: 'personId', foreignField: '_id', as: 'holder' } },
      { lookup: { from: 'persons', localField: 'holder.leave.standInId', foreignField: '_id', as: 'acting' } },
      { lookup: { from: 'persons', localField: 'standInId', foreignField: '_id', as: 'standIn' } },
      { lookup: { from: 'postings', localField: 'acting._id', foreignField: 'personId', as: 'actingPostings' } },
      { lookup: { from: 'postings', localField: 'standIn._id', foreignField: 'personId', as: 'standInPostings' } },
      ...(wanted ? watchStages(wanted) : []),
      ...(reports ? reportStages(reports) : []),
      { limit: 1000 },
    ],
  )) as Joined[]
  return {
    holders: rows.flatMap(holderOf),
    watch: watchOn(rows[0], wanted),
    reports: rows[0]?.reports ?? [],
  }
}

const holderOf = ({ holder, acting, standIn, actingPostings, standInPostings, ...posting }: Joined): Holder[] =>
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
    : []

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
