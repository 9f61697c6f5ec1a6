import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import type { Job } from '@cloud/jobs/job'
import { stepTopics } from '@cloud/jobs/step-topics'
import type { ContractOf } from '@/shared/contracts'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import type { TestCloud } from '../../support/cloud'

export const desk = 'community-worker-1'
export const colleague = 'community-worker-2'
export const proposer = 'resident-grid-6'
export const neighbour = 'resident-grid-7'
/** Of another community. */
export const stranger = 'b-resident-1'
export const strangeDesk = 'b-community-worker-1'
export const newcomer = 'newcomer-1'

/** Runs a job as its timer does, at the time of the test. */
export const run = (world: TestCloud, job: Job) => {
  const { store, files } = world.runtime
  return job({ store, files, now: world.clock.now })
}

type Topic = InputOf<ContractOf<'consultations.proposeTopic'>>
export const asked: Topic = { title: '北门加一盏路灯', text: '北门晚上太黑了，老人不敢走，能不能加一盏灯。' }

/** Has a topic proposed whose words nobody has looked at. */
export const proposedBy = async (world: TestCloud, by = proposer, changes: Partial<Topic> = {}): Promise<string> =>
  (await world.ask(by, 'consultations.proposeTopic', { ...asked, ...changes })).id

/** The same, and its words have passed. */
export const topicOf = async (world: TestCloud, changes: Partial<Topic> = {}, by = proposer): Promise<string> => {
  const id = await proposedBy(world, by, changes)
  await world.ask(desk, 'consultations.judgeWords', { kind: 'topic', id, pass: true })
  return id
}

export const accepted = async (world: TestCloud, changes: Partial<Topic> = {}): Promise<string> => {
  const id = await topicOf(world, changes)
  await world.ask(desk, 'consultations.takeUpTopic', { id })
  await world.ask(desk, 'consultations.reviewTopic', { id, decision: 'accept' })
  return id
}

export interface Sitting {
  id: string
  meetingId: string
}

/** A topic whose sitting is called for in two days. */
export const called = async (world: TestCloud, changes: Partial<Topic> = {}): Promise<Sitting> => {
  const id = await accepted(world, changes)
  const { meetingId } = await world.ask(desk, 'consultations.callMeeting', {
    id,
    startsAt: toInstant(world.clock.now + 2 * dayMs),
    place: '党群服务中心二楼',
    agenda: '路灯装在哪里，钱从哪里来',
  })
  return { id, meetingId }
}

/** The same, with the sitting begun. */
export const begun = async (world: TestCloud, changes: Partial<Topic> = {}): Promise<Sitting> => {
  const sitting = await called(world, changes)
  world.clock.now += 2 * dayMs
  return sitting
}

/** The same, and its minutes are written. */
export const minuted = async (world: TestCloud, changes: Partial<Topic> = {}): Promise<Sitting> => {
  const sitting = await begun(world, changes)
  await world.ask(desk, 'consultations.writeMinutes', { ...sitting, text: '大家都同意装', fileIds: [] })
  return sitting
}

type VoteAsked = InputOf<ContractOf<'consultations.openVote'>>
export const voteOn = (world: TestCloud, id: string, changes: Partial<VoteAsked> = {}): VoteAsked => ({
  id,
  by: 'person',
  question: '路灯装在哪里',
  options: [
    { text: '门口东侧', arguments: [{ side: 'for', text: '照得到台阶' }] },
    { text: '门口西侧', arguments: [] },
  ],
  closesAt: toInstant(world.clock.now + 3 * dayMs),
  isLive: true,
  ...changes,
})

/** A topic with a vote that is open. */
export const votedOn = async (world: TestCloud, changes: Partial<VoteAsked> = {}, topic: Partial<Topic> = {}) => {
  const sitting = await minuted(world, topic)
  await world.ask(desk, 'consultations.openVote', voteOn(world, sitting.id, changes))
  return sitting
}

export const owner = 'worker-grid-6'
export const resolved = async (world: TestCloud, changes: Partial<Topic> = {}): Promise<string> => {
  const { id } = await minuted(world, changes)
  await world.ask(desk, 'consultations.resolveTopic', { id, text: '装在门口东侧', ownerId: owner, dueOn: '2026-12-31' })
  return id
}

/** A topic whose notice has run: it is being carried out. */
export const underWay = async (world: TestCloud, changes: Partial<Topic> = {}): Promise<string> => {
  const id = await resolved(world, changes)
  await world.ask(desk, 'consultations.publishNotice', { id, days: 7 })
  world.clock.now += 8 * dayMs
  await run(world, stepTopics)
  return id
}

export const viewOf = (
  world: TestCloud,
  id: string,
  persona = proposer,
): Promise<OutputOf<ContractOf<'consultations.getTopic'>>> => world.ask(persona, 'consultations.getTopic', { id })

export const codeOf = async (world: TestCloud, { id, meetingId }: Sitting): Promise<{ digits: string; scan: string }> =>
  (await viewOf(world, id, desk)).meetings.find((one) => one.id === meetingId)!.code!

/** What somebody has been told, by its titles. */
export const toldTo = async (world: TestCloud, persona: string): Promise<string[]> => {
  await run(world, deliverAnnouncements)
  return (await world.ask(persona, 'notices.listNotices', {})).notices.map(({ title }) => title)
}

export const later = (world: TestCloud, minutes: number): void => {
  world.clock.now += minutes * minuteMs
}
