/** Geometry operators come with their own stage of the work; see geo tests. */
export const geoOperators = {}
