import type { Point } from '@/shared/kernel/shapes'

/** A browser has no map of its own to hand a place to. */
export const canOpenMap = false

export const openMap = (_point: Point, _name: string): void => undefined
