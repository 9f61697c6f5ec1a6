import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import type { Role, ScopeKind } from '@/shared/kernel/roles'
import { addDays } from '@/shared/kernel/time'

/** The people of one community as they are entered, and the posts they are given. */
export interface Roll {
  readonly persons: Person[]
  readonly postings: PostingRecord[]
  /** Enters a person; with a duty phone when they are staff, with an identity when they have signed in. */
  enter(id: string, entered?: { householdId?: string; isStaff?: boolean; hasSignedIn?: boolean }): Person
  /** Gives a person a post within one scope. */
  appoint(personId: string, role: Role, kind: ScopeKind, scopeId: string, departmentId?: string): void
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0')

/** Nobody's numbers: no exchange in the area begins with 0000, and no mobile number with 100. */
const dutyPhone = (number: number): string => `0533-0000${padded(number, 3)}`
const privatePhone = (number: number): string => `10000000${padded(number, 3)}`

/** An empty roll. Names come from outside; phones are counted on, so that two communities never share one. */
export const rollOf = (
  communityId: string,
  today: string,
  names: Iterator<string, never>,
  phones: { duty: number; private: number },
): Roll => {
  const persons: Person[] = []
  const postings: PostingRecord[] = []
  const terms = new Map<string, number>()
  return {
    persons,
    postings,
    enter: (id, { householdId, isStaff = false, hasSignedIn = true } = {}) => {
      const person: Person = {
        _id: id,
        communityId,
        name: names.next().value,
        phone: privatePhone((phones.private += 1)),
        ...(hasSignedIn ? { openid: `openid-${id}` } : {}),
        ...(isStaff ? { dutyPhone: dutyPhone((phones.duty += 1)) } : {}),
        ...(householdId ? { householdId } : {}),
      }
      persons.push(person)
      return person
    },
    appoint: (personId, role, kind, scopeId, departmentId) => {
      const term = (terms.get(personId) ?? 0) + 1
      terms.set(personId, term)
      postings.push({
        _id: `${personId}-post-${term}`,
        communityId,
        personId,
        role,
        scope: { kind, id: scopeId },
        ...(departmentId ? { departmentId } : {}),
        from: addDays(today, -120 - ((postings.length * 37) % 900)),
      })
    },
  }
}
