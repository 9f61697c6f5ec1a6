import type { Point } from '@/shared/kernel/shapes'

export interface MapGrid {
  id: string
  name: string
  /** GCJ-02, [longitude, latitude]; the outline first, then holes. */
  rings: readonly (readonly (readonly [number, number])[])[]
  centre: Point
}

export interface MapEstate {
  id: string
  name: string
  centre: Point
  buildings: readonly { id: string; name: string; gridId: string; centre: Point }[]
}

/** Something on the map that can be pressed, with a word in it. */
export interface MapMark {
  id: number
  point: Point
  /** A few characters, shown. */
  words: string
  /** The whole of it, read out. */
  label: string
  look: 'strong' | 'faint'
  isChosen: boolean
}

export interface PointMapProps {
  /** What the map shows, for those who cannot see it. */
  label: string
  grids: readonly MapGrid[]
  estates?: readonly MapEstate[]
  /** The place that was marked, and how sure it is. */
  pin?: Point | undefined
  accuracyMeters?: number | undefined
  onPin?: (point: Point) => void
  /** The grid that stands out. */
  gridId?: string | undefined
  onGrid?: (gridId: string) => void
  marks?: readonly MapMark[]
  onMark?: (id: number) => void
  /** Told how many metres a pixel is, at first and whenever that changes. */
  onScale?: (metersPerPixel: number) => void
}
