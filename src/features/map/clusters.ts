import { metersBetween } from '@/shared/domain/organization/distance'
import type { Point } from '@/shared/kernel/shapes'

/** Pins so close together that one thumb would cover them. */
export interface Cluster<P> {
  id: number
  point: Point
  pins: readonly P[]
}

/**
 * Gathers pins that lie within so many metres of the first of their cluster; every pin is in exactly one. A cluster stands where its
 * first pin does, so that it is always at a place where something is. The map holds a few hundred pins at most.
 */
export const clustersOf = <P extends { point: Point }>(pins: readonly P[], meters: number): Cluster<P>[] => {
  const clusters: { id: number; point: Point; pins: P[] }[] = []
  for (const pin of pins) {
    const near = clusters.find(({ point }) => metersBetween(point, pin.point) <= meters)
    if (near) near.pins.push(pin)
    else clusters.push({ id: clusters.length, point: pin.point, pins: [pin] })
  }
  return clusters
}
