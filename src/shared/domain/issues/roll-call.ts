import { isInForce, type Role, type Scope } from '../../kernel/roles'
import { isAway } from '../organization/leave'
import type { Ground } from '../organization/place'
import type { Holder, Person, PostingRecord } from '../organization/records'

/** What asking who is there needs: the people of the seats in question, loaded, and the day. */
export interface RollRequest {
  readonly ground: Ground
  readonly holders: readonly Holder[]
  /** Open issues by person; absent means none. */
  readonly workloads: ReadonlyMap<string, number>
  /** The community day, YYYY-MM-DD, on which leaves and terms are looked at. */
  readonly day: string
  /** Who must not get it: the subject of a complaint (意见对象). */
  readonly exceptPersonId?: string | undefined
}

/** The post an issue is for, before anybody is looked at: a role within scopes, and why it is this one. */
export interface Seat {
  readonly role: Role
  readonly scopes: readonly Scope[]
  readonly departmentId?: string
  readonly title: string
  readonly why: string
}

/** Somebody chosen, with the post they are chosen in. */
export type Chosen = Pick<Holder, 'person' | 'posting'>

/** Questions about who is there today, over the holders that were loaded. */
export const rollCall = ({ holders, workloads, day, exceptPersonId, ground }: RollRequest) => {
  const isOurs = (person: Person): boolean => person.communityId === ground.community._id
  const isPresent = (person: Person): boolean => isOurs(person) && !isAway(person, day) && person._id !== exceptPersonId
  const persons = new Map(
    holders
      .flatMap(({ person, standIn, postStandIn }) => [person, standIn, postStandIn])
      .flatMap((each) => (each ? [[each._id, each]] : [])),
  )
  /** The post of the same role that lets a stand-in act; whoever has left theirs acts for nobody. */
  const ownPostOf = (personId: string, role: Role, departmentId: string | undefined): PostingRecord | undefined =>
    holders
      .flatMap(({ standInPostings = [] }) => standInPostings)
      .find(
        (posting) =>
          posting.personId === personId &&
          posting.communityId === ground.community._id &&
          posting.role === role &&
          (departmentId === undefined || posting.departmentId === departmentId) &&
          isInForce(posting, day),
      )
  const filling = (seat: Pick<Seat, 'role' | 'scopes' | 'departmentId'>): Holder[] =>
    holders.filter(
      ({ posting, person }) =>
        posting.role === seat.role &&
        isOurs(person) &&
        (seat.departmentId === undefined || posting.departmentId === seat.departmentId) &&
        seat.scopes.some(({ kind, id }) => posting.scope.kind === kind && posting.scope.id === id),
    )
  const least = (candidates: readonly Chosen[]): Chosen | undefined =>
    [...candidates].sort(
      ({ person: a }, { person: b }) =>
        (workloads.get(a._id) ?? 0) - (workloads.get(b._id) ?? 0) || (a._id < b._id ? -1 : 1),
    )[0]

  return {
    least,
    isPresent,
    /** Everybody in the seat today, away or not. */
    incumbents: (seat: Seat): Person[] =>
      filling(seat)
        .filter(({ posting }) => isInForce(posting, day))
        .map(({ person }) => person),
    present: (seat: Pick<Seat, 'role' | 'scopes' | 'departmentId'>): Chosen | undefined =>
      least(filling(seat).filter(({ posting, person }) => isInForce(posting, day) && isPresent(person))),
    /**
     * One step and no more: a stand-in who is away themself, or no longer in a post of this role, is passed over, whoever
     * stands in for them.
     */
    standIn: (seat: Seat): Chosen | undefined => {
      const held = filling(seat)
      const absent = held.filter(({ posting }) => isInForce(posting, day))
      const ended = held.filter(({ posting }) => posting.to !== undefined && posting.to < day)
      const named = (absent.length > 0 ? absent : ended).flatMap(({ posting, person }) => {
        const standInId = isAway(person, day) && absent.length > 0 ? person.leave?.standInId : posting.standInId
        const found = persons.get(standInId ?? '')
        const own = found && ownPostOf(found._id, seat.role, seat.departmentId)
        return own && found._id !== person._id && isPresent(found) ? [{ person: found, posting: own }] : []
      })
      return least(named)
    },
  }
}
export type RollCall = ReturnType<typeof rollCall>
