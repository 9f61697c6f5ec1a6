import type { TestCloud } from '../../support/cloud'

/** The head of 1号楼 of the first estate, and a household of that building. */
export const head = 'building-head-1'
export const door = 'household-1-1-1-101'
/** A household of another building. */
export const otherDoor = 'household-12-1-1-101'

export const begin = (world: TestCloud, persona = head, name = '王奶奶', householdId = door) =>
  world.ask(persona, 'residents.beginAssistance', { householdId, name, purpose: '不会用手机' })
