import type { Point } from '@/shared/kernel/shapes'

/**
 * What became of asking where the phone is. `refused` and `unavailable` are ordinary answers: a place can always be picked
 * or written down instead.
 */
export type Found =
  | { kind: 'found'; point: Point; accuracyMeters?: number; label?: string }
  | { kind: 'refused' }
  | { kind: 'unavailable' }
  | { kind: 'cancelled' }
