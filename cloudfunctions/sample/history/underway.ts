import { defaultIssueRules as rules } from '@/shared/domain/issues/allowed-moves'
import { addCommitment, type Commitment } from '@/shared/domain/issues/commitment'
import { askExtension, extensionChoices } from '@/shared/domain/issues/extension'
import type { Issue } from '@/shared/domain/issues/issue'
import { addHelper, setLead } from '@/shared/domain/issues/joint'
import { callMeeting } from '@/shared/domain/issues/meeting'
import { seatsOf, type Meeting, type MeetingSeat } from '@/shared/domain/issues/meeting-record'
import { takeStep } from '@/shared/domain/issues/procedure'
import { setSupervision } from '@/shared/domain/issues/supervision'
import { addDays, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { ruled, type Stage } from './stage'

const [desk, lead, helper] = ['community-worker-1', 'officer-law-enforcement', 'officer-comprehensive'] as const
const hour = 60 * minuteMs

type Told = { by: string; classCode: string; text: string; building: string; daysAgo: number }

/**
 * What lies on people's desks this morning: of the sixth grid something new and something begun, a quarrel that is being mediated,
 * something a department leads with a meeting tomorrow, an extension that waits for an answer, and a hazard under supervision; so that
 * whoever opens the app in a post finds work of that post.
 */
export const underway = (stage: Stage, today: string) => {
  const at = (daysAgo: number, hours: number) => startOfDay(addDays(today, -daysAgo)) + hours * hour
  const reported = ({ by, classCode, text, building, daysAgo }: Told): Issue =>
    stage.passed(
      stage.report({ by, classCode, text, place: { buildingId: `building-${building}` }, at: at(daysAgo, 9) }),
    )
  const begun = (told: Told): Issue => {
    const issue = reported(told)
    return stage.move(issue, 'start', issue.owner.personId, at(told.daysAgo, 10))
  }
  const fresh = reported({
    by: 'resident-grid-6',
    classCode: 'rubble',
    text: '凉亭边有人倒了一车装修碎砖，占了半条路。',
    building: '12-1',
    daysAgo: 1,
  })
  const posted = begun({
    by: 'unit-head-1',
    classCode: 'smallAds',
    text: '电梯口又贴了一排小广告，盖住了通知。',
    building: '12-2',
    daysAgo: 1,
  })
  const shared = sharedOut(stage, begun(stalls), at)
  return {
    issues: [
      fresh,
      posted,
      shared.issue,
      mediated(stage, begun(quarrel), at),
      waiting(stage, begun(puddle)),
      watched(stage, begun(wires), at(1, 15)),
    ].map(stage.passed),
    meetings: [shared.meeting],
    meetingSeats: seatsOf(shared.meeting) satisfies MeetingSeat[],
    commitments: [shared.commitment],
  }
}

const stalls: Told = {
  by: 'resident-grid-6',
  classCode: 'odourPests',
  text: '北门外烧烤摊收摊以后满地竹签和油污，味道大，早上孩子上学没处下脚。',
  building: '12-1',
  daysAgo: 3,
}
const quarrel: Told = {
  by: 'resident-grid-7',
  classCode: 'dispute',
  text: '楼上楼下为漏水修天花板的钱说不拢，想请人来评评理。',
  building: '12-2',
  daysAgo: 6,
}
const puddle: Told = {
  by: 'resident-grid-2',
  classCode: 'standingWater',
  text: '楼前下水口返水，一下雨就漫到单元门。',
  building: '2-1',
  daysAgo: 1,
}
const wires: Told = {
  by: 'resident-grid-3',
  classCode: 'charging',
  text: '一楼从窗户拉线给电动车充电，线就搭在地上。',
  building: '3-1',
  daysAgo: 9,
}

type At = (daysAgo: number, hours: number) => number

/** A department leads, another helps; something is promised for the day after tomorrow, and tomorrow all of them meet. */
const sharedOut = (stage: Stage, issue: Issue, at: At): { issue: Issue; meeting: Meeting; commitment: Commitment } => {
  const owner = issue.owner.personId
  const reason = '占道经营，属执法范围'
  const led = ruled(
    setLead(issue, { personId: lead, person: stage.candidate(lead), reason }, stage.actor(owner), at(3, 14), rules),
  )
  const asked = { personId: helper, person: stage.candidate(helper), task: '和摊主说清楚收摊要求' }
  const helped = ruled(addHelper(led.issue, asked, stage.actor(lead), at(3, 15), rules))
  const personIds = [helper, owner]
  const meeting = {
    _id: 'meeting-sample-today',
    secret: 'sample-secret-today',
    chair: stage.candidate(lead).party,
    startsAt: toInstant(at(-1, 9.5)),
    place: '北门传达室',
    agenda: '摊位怎么摆、几点收、谁来冲洗',
    personIds,
    people: personIds.map((personId) => stage.candidate(personId)),
  }
  const called = ruled(callMeeting(helped.issue, meeting, stage.actor(lead), at(1, 14), rules))
  const promise = {
    _id: 'commitment-sample-today',
    what: '每晚十点半冲洗一遍门前路面',
    personId: lead,
    person: stage.candidate(lead),
    dueOn: toInstant(at(-2, 9)).slice(0, 10),
    meetingId: null,
  }
  const promised = ruled(addCommitment(called.issue, promise, stage.actor(lead), at(1, 15), rules))
  return { issue: promised.issue, meeting: called.meeting, commitment: promised.commitment }
}

const mediated = (stage: Stage, issue: Issue, at: At): Issue => {
  const by = stage.actor(issue.owner.personId)
  const accepted = { step: 'accepted', text: '双方都愿意坐下来谈。', fileIds: [] } as const
  const talked = {
    step: 'mediated',
    text: '听了两家的说法，看了漏水的位置，约好周末请水电工一起看。',
    fileIds: [],
  } as const
  const taken = ruled(takeStep(issue, accepted, by, at(5, 10), rules))
  return ruled(takeStep(taken.issue, talked, by, at(2, 19), rules)).issue
}

const waiting = (stage: Stage, issue: Issue): Issue => {
  const by = stage.actor(issue.owner.personId)
  const now = Date.parse(issue.updatedAt) + hour
  const until = extensionChoices(issue, by, now, rules.calendar)[0]!
  return ruled(askExtension(issue, { reason: '疏通车明天才能来', until }, by, now, rules))
}

const watched = (stage: Stage, issue: Issue, now: number): Issue => {
  const reason = '拉线充电有起火危险，请今天到场处理并回话'
  return ruled(setSupervision(issue, { on: true, reason }, stage.actor(desk), now, rules))
}
