import { contactSide } from './contact'
import { deskSide } from './desk'
import { householdSide } from './household'

/** Household consents (签字征询): what a household says, what its contact does, what the desk counts. */
export const consents = { ...householdSide, ...contactSide, ...deskSide }
