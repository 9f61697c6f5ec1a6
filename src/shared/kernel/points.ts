/**
 * Points of the love bank (爱心积分) are counted in half points, so that every amount is a whole number and no sum is ever rounded.
 * Only people read points.
 */
export const halfPointsOfPoints = (points: number): number => points * 2

/** An amount as people read it: 3 half points are "1.5". */
export const pointsText = (halfPoints: number): string => {
  const whole = Math.trunc(Math.abs(halfPoints) / 2)
  return `${halfPoints < 0 ? '-' : ''}${whole}${halfPoints % 2 === 0 ? '' : '.5'}`
}
