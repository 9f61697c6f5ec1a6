declare module 'rbush' {
  interface Box {
    minX: number
    minY: number
    maxX: number
    maxY: number
  }
  export default class RBush<T extends Box> {
    load(items: readonly T[]): this
    search(box: Box): T[]
  }
}

declare module 'which-polygon' {
  interface Feature<P> {
    type: 'Feature'
    properties: P
    geometry: { type: 'Polygon'; coordinates: readonly (readonly (readonly [number, number])[])[] }
  }
  export default function whichPolygon<P>(collection: {
    type: 'FeatureCollection'
    features: readonly Feature<P>[]
  }): (point: readonly [number, number]) => P | null
}
