import { newAdoption, noteUpkeep } from '@/shared/domain/issues/adoption'
import type { Adoption } from '@/shared/domain/issues/adoption-record'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { mergedCluster, newCluster, type Cluster } from '@/shared/domain/issues/cluster'
import { addCommitment, completeCommitment, type Commitment } from '@/shared/domain/issues/commitment'
import type { Issue } from '@/shared/domain/issues/issue'
import { addHelper, partyName, setLead } from '@/shared/domain/issues/joint'
import { callMeeting } from '@/shared/domain/issues/meeting'
import { seatsOf, type Meeting, type MeetingSeat } from '@/shared/domain/issues/meeting-record'
import { writeMinutes } from '@/shared/domain/issues/meeting-attendance'
import { mergeMany } from '@/shared/domain/issues/merge-many'
import { nearCellOf } from '@/shared/domain/issues/near-cell'
import { setWorks } from '@/shared/domain/issues/works'
import { addDays, dayMs, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { draw, hedge, lawn } from './picture'
import { ruled, type Stage } from './stage'
import { alongWangshe, wangsheMeetings, wangsheReports, wangsheWorks } from './story'

const [desk, owner, lead] = ['community-worker-1', 'worker-grid-6', 'officer-law-enforcement'] as const
const invited = ['officer-comprehensive', owner, 'local-unit-1'] as const
/** How many days ago the first report came, and how many days the adoption has been kept up. */
const [daysAgo, keptDays] = [75, 5]
const hour = 60 * minuteMs

/** The story of 王舍路 as documents: twelve reports, one parent, three meetings, works, and the green that is looked after since. */
export const wangshe = (stage: Stage, today: string) => {
  const first = startOfDay(addDays(today, -daysAgo))
  const at = (day: number, hours: number) => first + day * dayMs + hours * hour
  const before = stage.keep('wangshe-before', draw(hedge()))
  const after = stage.keep('wangshe-after', draw(lawn(0.1)))
  const reports = wangsheReports.map(({ by, text, meters }, day) =>
    stage.passed(
      stage.report({
        by,
        classCode: 'litter',
        text,
        place: { point: alongWangshe(meters), words: '王舍路南侧' },
        at: at(day, 9),
        fileIds: day === 0 ? [before] : [],
      }),
    ),
  )
  const { parent, children, cluster } = merged(stage, reports, at(12, 9))
  const shared = sharedOut(stage, stage.move(parent, 'start', owner, at(12, 10)), at(12, 11))
  const met = heldMeetings(stage, shared, at)
  const worked = ruled(
    setWorks(
      met.issue,
      {
        what: wangsheWorks.what,
        startOn: addDays(today, wangsheWorks.startDay - daysAgo),
        endOn: addDays(today, wangsheWorks.endDay - daysAgo),
        areaSquareMeters: wangsheWorks.areaSquareMeters,
        pairs: [{ spot: wangsheWorks.spot, beforeId: before, afterId: after }],
      },
      stage.actor(lead),
      at(39, 17),
    ),
  )
  const submitted = stage.move(worked, 'submit', lead, at(40, 9), {
    result: 'resolved',
    sentence: '冬青已移走，改成草地，一眼看到底，垃圾随有随清。',
    fileIds: [after],
  })
  const closed = stage.move(submitted, 'confirm', wangsheReports[0]!.by, at(41, 10))
  return {
    issues: [stage.passed(closed), ...children.map(stage.passed)],
    clusters: [cluster],
    meetings: met.meetings,
    meetingSeats: met.seats,
    commitments: met.commitments,
    adoptions: [adopted(stage, closed, today, at(41, 14))],
  }
}

const merged = (stage: Stage, reports: readonly Issue[], at: number) => {
  const [parent, ...children] = reports as [Issue, ...Issue[]]
  const made = ruled(mergeMany(parent, children, stage.actor(desk), at, { ...defaultIssueRules, above: [] }))
  const placed = reports.map((issue) => ({ issue, spot: issue.place.point! }))
  const [middle] = placed.splice(5, 1)
  const cell = nearCellOf(parent.communityId, parent.classCode, middle!.spot)
  const cluster: Cluster = mergedCluster(newCluster([middle!, ...placed], cell, at), parent._id, at)
  return { parent: made.parent, children: made.children, cluster }
}

const sharedOut = (stage: Stage, issue: Issue, at: number): Issue => {
  const by = stage.actor(owner)
  const reason = '沿街绿化带要改造，由综合行政执法牵头'
  const led = ruled(
    setLead(issue, { personId: lead, person: stage.candidate(lead), reason }, by, at, defaultIssueRules),
  )
  const personId = 'officer-comprehensive'
  const task = '协调沿街商户和管线单位'
  return ruled(
    addHelper(led.issue, { personId, person: stage.candidate(personId), task }, by, at + hour, defaultIssueRules),
  ).issue
}

const heldMeetings = (stage: Stage, start: Issue, at: (day: number, hours: number) => number) => {
  let issue = start
  const meetings: Meeting[] = []
  const commitments: Commitment[] = []
  const seats: MeetingSeat[] = []
  for (const [index, told] of wangsheMeetings.entries()) {
    const startsAt = at(told.day, 9)
    const people = invited.map((personId) => stage.candidate(personId))
    const asked = {
      _id: `meeting-sample-${index + 1}`,
      secret: `sample-secret-${index + 1}`,
      chair: stage.candidate(lead).party,
      startsAt: toInstant(startsAt),
      place: '王舍路口现场',
      agenda: told.agenda,
      personIds: invited,
      people,
    }
    const called = ruled(callMeeting(issue, asked, stage.actor(lead), at(told.day - 2, 14), defaultIssueRules))
    const signedIn = [asked.chair, ...called.meeting.invited].map((party, seat) => ({
      personId: party.personId,
      name: party.name,
      from: partyName(issue.communityId, { ...party, name: '' }) || '社区',
      at: toInstant(startsAt + seat * minuteMs),
      by: 'code' as const,
    }))
    const attended = { ...called.meeting, attendance: signedIn }
    const written = ruled(writeMinutes(called.issue, attended, told.minutes, stage.actor(lead), at(told.day, 11)))
    const promised = ruled(
      addCommitment(
        written.issue,
        {
          _id: `commitment-sample-${index + 1}`,
          what: told.what,
          personId: told.by,
          person: stage.candidate(told.by),
          dueOn: toInstant(at(told.day + told.doneIn + 1, 8)).slice(0, 10),
          meetingId: attended._id,
        },
        stage.actor(lead),
        at(told.day, 12),
        defaultIssueRules,
      ),
    )
    const done = ruled(
      completeCommitment(
        promised.issue,
        promised.commitment,
        { sentence: told.done, fileIds: [] },
        stage.actor(told.by),
        at(told.day + told.doneIn, 16),
      ),
    )
    issue = done.issue
    meetings.push(written.meeting)
    seats.push(...seatsOf(written.meeting))
    commitments.push(done.commitment)
  }
  return { issue, meetings, seats, commitments }
}

const adopted = (stage: Stage, issue: Issue, today: string, now: number): Adoption => {
  let adoption = ruled(
    newAdoption(
      {
        _id: 'adoption-sample-1',
        communityId: issue.communityId,
        issueId: issue._id,
        issueCode: issue.code,
        plot: {
          name: '王舍路南侧绿地',
          place: '王舍路南侧，路口往东',
          point: alongWangshe(40),
          areaSquareMeters: wangsheWorks.areaSquareMeters,
          fileIds: issue.resultFileIds,
        },
        adopter: { kind: 'community', personId: null, householdId: null, name: '鑫盛嘉园社区', isNamed: true },
        duty: { what: '捡拾垃圾', times: 2, everyDays: 1 },
        from: toInstant(now).slice(0, 10),
        to: addDays(today, 330),
      },
      now,
    ),
  )
  const turns = [
    { hours: 7.5, by: 'volunteer-1', text: '早上沿路捡了一遍，半袋，多是纸巾和烟头。' },
    { hours: 17.5, by: owner, text: '傍晚又捡一遍，草地干净，没有积存。' },
  ]
  for (let day = -keptDays; day < 0; day += 1)
    for (const { hours, by, text } of turns) {
      const noted = startOfDay(addDays(today, day)) + hours * hour
      adoption = noteUpkeep(adoption, { text, fileIds: [] }, stage.actor(by), noted)
    }
  return adoption
}
