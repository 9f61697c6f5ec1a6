/** Mean radius of the earth, metres. */
const earthRadius = 6_371_008.8
const perDegree = (earthRadius * Math.PI) / 180

/**
 * Metres to one degree at a latitude: the local equirectangular projection. Over the few kilometres of a community it is
 * off by less than a centimetre in a kilometre, far below what a phone's position is worth.
 */
export const metersAt = (latitude: number): { perLongitude: number; perLatitude: number } => ({
  perLongitude: perDegree * Math.cos((latitude * Math.PI) / 180),
  perLatitude: perDegree,
})

/** Metres between two nearby places given in degrees of the same datum. */
export const metersBetween = (
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number },
): number => {
  const { perLongitude, perLatitude } = metersAt((a.latitude + b.latitude) / 2)
  return Math.hypot((a.longitude - b.longitude) * perLongitude, (a.latitude - b.latitude) * perLatitude)
}
