import { neighboursOf } from '@/shared/domain/organization/borders'
import { metersAt } from '@/shared/domain/organization/distance'
import type { Grid } from '@/shared/domain/organization/records'
import type { Point } from '@/shared/kernel/shapes'

/** Metres east and north of a community's south-west corner. */
export type Spot = readonly [east: number, north: number]
export type Corner = { longitude: number; latitude: number }

/** South-west corner of the main community, near 傅家镇, GCJ-02. The area is invented. */
export const mainCorner: Corner = { longitude: 118.0436, latitude: 36.7762 }
/** The second community lies two kilometres to the east, so that a point in one is outside the other. */
export const secondCorner: Corner = { longitude: 118.0702, latitude: 36.7795 }

const microDegrees = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** A spot as degrees, to the millionth (about 0.1 m), so that both sides of a border carry the same numbers. */
export const degreesOf = (corner: Corner, [east, north]: Spot): [number, number] => {
  const { perLongitude, perLatitude } = metersAt(corner.latitude)
  return [microDegrees(corner.longitude + east / perLongitude), microDegrees(corner.latitude + north / perLatitude)]
}

export const pointAt = (corner: Corner, spot: Spot): Point => {
  const [longitude, latitude] = degreesOf(corner, spot)
  return { datum: 'gcj02', longitude, latitude }
}

/**
 * The corners at which outlines bend or meet, each written once and named by the outlines that use it: a border is the same
 * list of names on both sides and so cannot gape.
 */
const mainSpots = {
  // the outer border, counter-clockwise from the south-west
  s1: [30, 0],
  s2: [262, -16],
  s3: [478, 6],
  s4: [652, -2],
  s5: [905, 22],
  s6: [1178, -12],
  e1: [1292, 58],
  e2: [1311, 334],
  e3: [1284, 521],
  e4: [1302, 604],
  e5: [1271, 902],
  n1: [1103, 946],
  n2: [882, 931],
  n3: [603, 961],
  n4: [421, 938],
  n5: [204, 952],
  n6: [41, 914],
  w1: [-2, 642],
  w2: [-21, 483],
  w3: [12, 311],
  w4: [24, 152],
  // between the grids
  a1: [211, 327],
  a2: [392, 301],
  a3: [523, 284],
  a4: [641, 252],
  a5: [657, 113],
  b1: [852, 277],
  b2: [1003, 322],
  b3: [1148, 351],
  c1: [984, 479],
  c2: [931, 612],
  c3: [893, 764],
  d1: [722, 643],
  d2: [561, 614],
  d3: [432, 651],
  d4: [401, 703],
  f1: [443, 822],
  f2: [219, 661],
  g1: [371, 522],
  g2: [406, 419],
  // the walled estate inside the fifth grid
  h1: [601, 383],
  h2: [719, 352],
  h3: [822, 404],
  h4: [836, 508],
  h5: [741, 561],
  h6: [622, 543],
  h7: [577, 462],
} as const satisfies Record<string, Spot>

const secondSpots = {
  p1: [0, 0],
  p2: [231, -14],
  p3: [462, 11],
  p4: [481, 212],
  p5: [447, 396],
  p6: [238, 411],
  p7: [8, 389],
  q1: [252, 118],
  q2: [221, 263],
} as const satisfies Record<string, Spot>

interface Outline {
  readonly id: string
  readonly name: string
  readonly groupId: string
  /** Names of spots, space between; the first string is the outline, the others are holes. */
  readonly rings: readonly string[]
}

/** Eight grids, irregular as real ones; the eighth is an old walled estate that the fifth surrounds. */
const mainOutlines: readonly Outline[] = [
  { id: 'grid-1', name: '第一网格', groupId: 'group-1', rings: ['w1 f2 d4 f1 n4 n5 n6'] },
  { id: 'grid-2', name: '第二网格', groupId: 'group-2', rings: ['d4 d3 d2 d1 c2 c3 n2 n3 n4 f1'] },
  { id: 'grid-3', name: '第三网格', groupId: 'group-2', rings: ['b2 b3 e2 e3 e4 e5 n1 n2 c3 c2 c1'] },
  { id: 'grid-4', name: '第四网格', groupId: 'group-1', rings: ['w3 a1 a2 g2 g1 d3 d4 f2 w1 w2'] },
  {
    id: 'grid-5',
    name: '第五网格',
    groupId: 'group-3',
    rings: ['a2 a3 a4 b1 b2 c1 c2 d1 d2 d3 g1 g2', 'h1 h2 h3 h4 h5 h6 h7'],
  },
  { id: 'grid-6', name: '第六网格', groupId: 'group-4', rings: ['s1 s2 s3 s4 a5 a4 a3 a2 a1 w3 w4'] },
  { id: 'grid-7', name: '第七网格', groupId: 'group-4', rings: ['s4 s5 s6 e1 e2 b3 b2 b1 a4 a5'] },
  { id: 'grid-8', name: '第八网格', groupId: 'group-3', rings: ['h1 h2 h3 h4 h5 h6 h7'] },
]

const secondOutlines: readonly Outline[] = [
  { id: 'b-grid-1', name: '第一网格', groupId: 'b-group-1', rings: ['p1 p2 q1 q2 p6 p7'] },
  { id: 'b-grid-2', name: '第二网格', groupId: 'b-group-1', rings: ['p2 p3 p4 p5 p6 q2 q1'] },
]

/** Somewhere well inside each grid, for the label on a map. */
const centres: Record<string, Spot> = {
  'grid-1': [215, 810],
  'grid-2': [650, 800],
  'grid-3': [1120, 640],
  'grid-4': [180, 490],
  'grid-5': [480, 450],
  'grid-6': [320, 150],
  'grid-7': [960, 150],
  'grid-8': [715, 460],
  'b-grid-1': [110, 200],
  'b-grid-2': [350, 200],
}

/** 王舍路, the street whose south side the story of the sixth grid is about, from west to east. */
export const wangsheRoad: readonly Spot[] = [
  [55, 62],
  [280, 48],
  [470, 66],
  [630, 58],
]

const gridsFrom = (
  communityId: string,
  corner: Corner,
  spots: Readonly<Record<string, Spot>>,
  outlines: readonly Outline[],
): Grid[] => {
  const ringOf = (names: string): [number, number][] => {
    const open = names.split(' ').map((name) => degreesOf(corner, spots[name]!))
    return [...open, open[0]!]
  }
  const drawn = outlines.map((outline) => ({ ...outline, _id: outline.id, rings: outline.rings.map(ringOf) }))
  const neighbours = neighboursOf(drawn)
  return drawn.map(({ _id, name, groupId, rings }, at) => ({
    _id,
    communityId,
    number: at + 1,
    name,
    groupId,
    rings,
    centre: pointAt(corner, centres[_id]!),
    neighbours: neighbours.get(_id)!,
  }))
}

export const mainGrids = (): Grid[] => gridsFrom('xinsheng', mainCorner, mainSpots, mainOutlines)
export const secondGrids = (): Grid[] => gridsFrom('b-lanqiao', secondCorner, secondSpots, secondOutlines)
