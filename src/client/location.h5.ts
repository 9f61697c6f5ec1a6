import { toGcj02 } from '@/shared/domain/organization/datum'
import type { Found } from './location.types'

export type { Found } from './location.types'

/** What the button that calls `findMe` says here. */
export const findMeLabel = '用我现在的位置'

const patienceMs = 8000

/** Asks the browser where it is. Browsers speak WGS-84; what comes back here is already GCJ-02. */
export const findMe = (): Promise<Found> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({ kind: 'unavailable' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ kind: 'found', point: toGcj02(coords), accuracyMeters: Math.round(coords.accuracy) }),
      (problem) => resolve({ kind: problem.code === problem.PERMISSION_DENIED ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 60_000 },
    )
  })
