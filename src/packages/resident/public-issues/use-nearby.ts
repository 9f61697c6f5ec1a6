import { useState } from 'react'
import { findMe } from '@/client/location'
import type { Point } from '@/shared/kernel/shapes'

/** Where somebody looks from, if they care to say; without it everything else works the same. */
export const useNearby = () => {
  const [point, setPoint] = useState<Point>()
  const [isAsking, setAsking] = useState(false)
  const [isUnknown, setUnknown] = useState(false)
  const ask = async () => {
    if (isAsking) return
    setAsking(true)
    const found = await findMe()
    setAsking(false)
    if (found.kind === 'found') setPoint(found.point)
    setUnknown(found.kind === 'refused' || found.kind === 'unavailable')
  }
  const clear = () => {
    setPoint(undefined)
    setUnknown(false)
  }
  return { point, isAsking, isUnknown, ask, clear }
}

export type Nearby = ReturnType<typeof useNearby>
