import { report, stepOf } from '../world'
import type { TestCloud } from '../../support/cloud'

export const owner = 'worker-grid-6'
export const lead = 'officer-law-enforcement'
export const helper = 'officer-labour'
export const other = 'officer-comprehensive'
export const desk = 'community-worker-1'
export const strangers = ['worker-grid-7', 'officer-police', 'group-leader-1', 'b-worker-grid-1']

/** An issue under way, led by law enforcement, with nobody else on it. */
export const led = async (world: TestCloud): Promise<string> => {
  const id = await report(world)
  await stepOf(world, owner, { id, move: 'start' })
  await world.ask(owner, 'issues.setLead', { id, personId: lead, reason: '沿街堆放，由执法牵头' })
  return id
}

/** The same, with one helper. */
export const helped = async (world: TestCloud): Promise<string> => {
  const id = await led(world)
  await world.ask(lead, 'issues.addHelper', { id, personId: helper, task: '核对工地用工' })
  return id
}

/** A commitment of the helper, due in a week. */
export const promised = async (world: TestCloud, id: string, personId = helper): Promise<string> => {
  await world.ask(lead, 'issues.addCommitment', { id, what: '清运建筑垃圾', personId, dueOn: '2026-12-02' })
  return world.documents('commitments').at(-1)!._id
}

/** A meeting tomorrow at nine, chaired by the lead, with the helper and the owner invited. */
export const called = async (world: TestCloud, id: string): Promise<string> => {
  const meeting = await world.ask(lead, 'issues.callMeeting', {
    id,
    startsAt: '2026-11-26T01:00:00.000Z',
    place: '王舍路口',
    agenda: '清运和补种',
    personIds: [helper, owner],
  })
  return meeting.id
}

/** The start of that meeting. */
export const start = Date.parse('2026-11-26T01:00:00.000Z')

export const noticesOf = (world: TestCloud, recipientId: string): string[] =>
  world
    .documents('notices')
    .filter((notice) => notice.recipientId === recipientId)
    .map(({ text }) => text)

/** A dispute under way with the community worker, with nobody else on it. */
export const quarrel = async (world: TestCloud): Promise<string> => {
  const id = await report(world, 'resident-grid-6', { classCode: 'dispute', text: '楼上孙大江家漏水，不肯修' })
  const { personId } = world.documents('issues').find(({ _id }) => _id === id)!.owner
  if (personId !== desk) throw new Error(`the dispute went to ${personId}`)
  await stepOf(world, desk, { id, move: 'start' })
  return id
}
