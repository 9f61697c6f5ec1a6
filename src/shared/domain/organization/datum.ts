import type { Point } from '../../kernel/shapes'

/** The ellipsoid of the national datum (Krasovsky 1940): semi-major axis in metres, eccentricity squared. */
const semiMajor = 6_378_245
const eccentricity = 0.006_693_421_622_965_943

const { PI, abs, cos, sin, sqrt } = Math

const wave = (x: number): number => (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3)

const northing = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * sqrt(abs(x)) +
  wave(x) +
  (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * (2 / 3) +
  (160 * sin((y / 12) * PI) + 320 * sin((y / 30) * PI)) * (2 / 3)

const easting = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * sqrt(abs(x)) +
  wave(x) +
  (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3) +
  (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3)

/** GCJ-02 is in use here and nowhere else; outside, it is defined to be the same as WGS-84. */
const isInChina = (longitude: number, latitude: number): boolean =>
  longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271

/**
 * A position as a browser gives it (WGS-84, degrees) on the datum that Chinese maps and our grids use (GCJ-02, 国测局坐标), by the
 * publicly known formula. Around Zibo the two lie some 500 m apart, which is several grids.
 */
export const toGcj02 = (wgs84: { longitude: number; latitude: number }): Point => {
  const { longitude, latitude } = wgs84
  if (!isInChina(longitude, latitude)) return { datum: 'gcj02', longitude, latitude }
  const x = longitude - 105
  const y = latitude - 35
  const angle = (latitude * PI) / 180
  const flattening = 1 - eccentricity * sin(angle) ** 2
  return {
    datum: 'gcj02',
    longitude: longitude + (easting(x, y) * 180) / ((semiMajor / sqrt(flattening)) * cos(angle) * PI),
    latitude:
      latitude + (northing(x, y) * 180) / (((semiMajor * (1 - eccentricity)) / (flattening * sqrt(flattening))) * PI),
  }
}

/** Rounds of the inverse below; the fourth moves nothing by more than a millimetre. */
const inverseRounds = 5

/**
 * A place of ours (GCJ-02) on the datum the rest of the world uses (WGS-84, degrees), for whoever reads our data from outside. There
 * is no closed formula the other way, so the shift is taken off again and again until nothing is left; right to well under a metre.
 */
export const toWgs84 = ({ longitude, latitude }: Point): { longitude: number; latitude: number } => {
  let guess = { longitude, latitude }
  for (let round = 0; round < inverseRounds; round++) {
    const there = toGcj02(guess)
    guess = {
      longitude: guess.longitude + longitude - there.longitude,
      latitude: guess.latitude + latitude - there.latitude,
    }
  }
  return guess
}
