import type { Chance } from './chance'
import type { Documents } from './documents'
import { pointAt, secondCorner, secondGrids } from './ground'
import { homesOf } from './homes'
import { rollOf } from './people'
import { secondPlaces } from './places'

const communityId = 'b-lanqiao'

/** A second, small, wholly invented community: enough to show that one tenant never sees the other. */
export const lanqiao = (today: string, chance: Chance, names: Iterator<string, never>): Documents => {
  const grids = secondGrids()
  const places = secondPlaces(chance)
  const takeHome = homesOf(places.households, chance)
  const roll = rollOf(communityId, today, names, { duty: 600, private: 900 })
  for (const { _id, number } of grids) {
    roll.enter(`b-worker-grid-${number}`, { isStaff: true })
    roll.appoint(`b-worker-grid-${number}`, 'gridWorker', 'grid', _id)
  }
  roll.enter('b-community-worker-1', { isStaff: true })
  roll.appoint('b-community-worker-1', 'communityWorker', 'community', communityId)
  roll.enter('b-group-leader-1', { isStaff: true })
  roll.appoint('b-group-leader-1', 'groupLeader', 'group', 'b-group-1')
  for (const { _id } of places.buildings.slice(0, 2)) {
    const id = `b-building-head-${_id.slice(-1)}`
    roll.enter(id, { householdId: takeHome(({ buildingId }) => buildingId === _id)._id })
    roll.appoint(id, 'buildingHead', 'building', _id)
  }
  for (const number of [1, 2])
    roll.enter(`b-resident-${number}`, {
      householdId: takeHome(({ estateId }) => estateId === `b-estate-${number}`)._id,
    })
  return {
    communities: [
      {
        _id: communityId,
        name: '蓝桥社区',
        dutyDesk: { name: '蓝桥社区值班室', phone: '0533-0000990', hours: '08:30–17:30' },
        dutyPersonIds: ['b-community-worker-1'],
        centre: pointAt(secondCorner, [240, 200]),
      },
    ],
    estates: places.estates,
    buildings: places.buildings,
    households: places.households,
    grids,
    partyNodes: [
      { _id: 'b-general-branch', communityId, kind: 'generalBranch', name: '蓝桥社区党总支', parentId: null },
      { _id: 'b-branch-1', communityId, kind: 'branch', name: '蓝桥片区党支部', parentId: 'b-general-branch' },
      { _id: 'b-group-1', communityId, kind: 'group', name: '蓝桥网格党小组', parentId: 'b-branch-1' },
    ],
    departments: [],
    persons: roll.persons,
    postings: roll.postings,
    rosterDays: [],
    centres: [],
  }
}
