import { discussing } from './discussing'
import { running } from './running'

/** Consultations (议事): topics of the community, from proposal to the report of what came of them. */
export const consultations = { ...discussing, ...running }
