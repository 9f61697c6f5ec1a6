import type {
  Building,
  Community,
  Department,
  Estate,
  Grid,
  Household,
  PartyNode,
  Person,
  PostingRecord,
} from '@/shared/domain/organization/records'
import type { RosterDay } from '@/shared/domain/organization/roster'
import type { Centre } from '@/shared/domain/redemptions/centre'

/** The documents of the sample, by collection. */
export interface Documents {
  communities: Community[]
  estates: Estate[]
  buildings: Building[]
  households: Household[]
  grids: Grid[]
  partyNodes: PartyNode[]
  departments: Department[]
  persons: Person[]
  postings: PostingRecord[]
  rosterDays: RosterDay[]
  centres: Centre[]
}
