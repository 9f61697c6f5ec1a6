import { contactSide } from './contact'
import { counterSide } from './counter'
import { deskSide } from './desk'
import { householdSide } from './household'

/** Household consents (签字征询): what a household says, what its contact does, what the desk counts, what counters open. */
export const consents = { ...householdSide, ...contactSide, ...deskSide, ...counterSide }
