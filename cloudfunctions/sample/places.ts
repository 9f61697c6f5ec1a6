import type { Building, Estate, Household } from '@/shared/domain/organization/records'
import type { Chance } from './chance'
import { mainCorner, pointAt, secondCorner, type Corner, type Spot } from './ground'

/** A stretch of an estate inside one grid: so many buildings in rows, all alike. */
interface Stretch {
  readonly gridId: string
  readonly buildings: number
  /** Centre of the south-west building, and how many stand in a row from west to east. */
  readonly from: Spot
  readonly perRow: number
  readonly units: number
  readonly floors: number
}

interface EstatePlan {
  readonly name: string
  readonly stretches: readonly Stretch[]
}

/** Metres from building to building along a row and from row to row. */
const pace: Spot = [62, 46]
/** Metres by which each row is shifted east, so that estates do not look ruled. */
const slant = 7

const block = (gridId: string, buildings: number, from: Spot, perRow: number, units = 2, floors = 6): Stretch => ({
  gridId,
  buildings,
  from,
  perRow,
  units,
  floors,
})

/**
 * Thirteen estates (小区). The first two are named in the report; its 11 buildings and 702 households are 7 × 3 units × 11 floors and
 * 4 × 2 units × 15 floors, two homes to a floor. The other names are invented.
 */
const mainEstates: readonly EstatePlan[] = [
  {
    name: '鑫盛嘉园',
    stretches: [block('grid-2', 7, [640, 740], 3, 3, 11), block('grid-3', 4, [960, 770], 2, 2, 15)],
  },
  { name: '房石小区', stretches: [block('grid-8', 5, [640, 420], 3)] },
  { name: '青禾园', stretches: [block('grid-1', 6, [60, 720], 3)] },
  { name: '榆钱里', stretches: [block('grid-1', 5, [250, 760], 2, 3)] },
  { name: '槐花院', stretches: [block('grid-2', 5, [470, 720], 2)] },
  { name: '石榴里', stretches: [block('grid-3', 6, [1070, 440], 3)] },
  { name: '杏林坊', stretches: [block('grid-4', 6, [40, 400], 3, 3)] },
  { name: '柿子巷', stretches: [block('grid-4', 4, [240, 500], 2)] },
  { name: '葫芦园', stretches: [block('grid-5', 5, [440, 340], 2)] },
  { name: '棋子院', stretches: [block('grid-5', 4, [870, 350], 2)] },
  { name: '风筝里', stretches: [block('grid-6', 6, [90, 110], 3, 3)] },
  { name: '陶埙苑', stretches: [block('grid-6', 5, [410, 100], 3)] },
  { name: '琉璃里', stretches: [block('grid-7', 6, [800, 110], 3)] },
]

const secondEstates: readonly EstatePlan[] = [
  { name: '蓝桥南里', stretches: [block('b-grid-1', 3, [50, 150], 2)] },
  { name: '蓝桥北里', stretches: [block('b-grid-2', 3, [300, 180], 2)] },
]

export interface Places {
  readonly estates: Estate[]
  readonly buildings: Building[]
  readonly households: Household[]
}

/** About one home in fourteen stands empty for long. */
const vacantShare = 1 / 14

/** An invented but steady area, m²: the two homes of a floor differ, and so do estates. */
const areaOf = (estate: number, home: number): number => 68 + ((estate * 13) % 37) + home * 21.5

const placesFrom = (
  communityId: string,
  prefix: string,
  corner: Corner,
  plans: readonly EstatePlan[],
  chance: Chance,
): Places => {
  const places: Places = { estates: [], buildings: [], households: [] }

  const addHomes = (building: Building, key: string, estateAt: number, floors: number): void => {
    building.units.forEach((unit, unitAt) => {
      for (let floor = 1; floor <= floors; floor += 1)
        for (let home = 1; home <= 2; home += 1) {
          const door = `${floor}0${home}`
          places.households.push({
            _id: `${prefix}household-${key}-${unitAt + 1}-${door}`,
            communityId,
            estateId: building.estateId,
            buildingId: building._id,
            unitId: unit.id,
            name: door,
            order: places.households.length + 1,
            isVacant: chance() < vacantShare,
            areaSquareMeters: areaOf(estateAt, home),
          })
        }
    })
  }

  plans.forEach(({ name, stretches }, estateAt) => {
    const estateId = `${prefix}estate-${estateAt + 1}`
    const spots: Spot[] = []
    for (const { gridId, buildings, from, perRow, units, floors } of stretches)
      for (let at = 0; at < buildings; at += 1) {
        const row = Math.floor(at / perRow)
        const spot: Spot = [from[0] + (at % perRow) * pace[0] + row * slant, from[1] + row * pace[1]]
        spots.push(spot)
        const key = `${estateAt + 1}-${spots.length}`
        const building: Building = {
          _id: `${prefix}building-${key}`,
          communityId,
          estateId,
          gridId,
          name: `${spots.length}号楼`,
          order: places.buildings.length + 1,
          centre: pointAt(corner, spot),
          units: Array.from({ length: units }, (_, unit) => ({
            id: `${prefix}unit-${key}-${unit + 1}`,
            name: `${unit + 1}单元`,
          })),
        }
        places.buildings.push(building)
        addHomes(building, key, estateAt, floors)
      }
    places.estates.push({
      _id: estateId,
      communityId,
      name,
      order: estateAt + 1,
      gridIds: [...new Set(stretches.map(({ gridId }) => gridId))],
      centre: pointAt(corner, [
        spots.reduce((sum, [east]) => sum + east, 0) / spots.length,
        spots.reduce((sum, [, north]) => sum + north, 0) / spots.length,
      ]),
    })
  })
  return places
}

export const mainPlaces = (chance: Chance): Places => placesFrom('xinsheng', '', mainCorner, mainEstates, chance)
export const secondPlaces = (chance: Chance): Places =>
  placesFrom('b-lanqiao', 'b-', secondCorner, secondEstates, chance)
