import type { consultations } from '@/shared/contracts/consultations'
import { isHeld } from '@/shared/domain/consultations/checked-words'
import { canResolveFrom, hasBegun, isSignInOpen } from '@/shared/domain/consultations/meetings'
import { canGrow, canTie, fits, mayRun } from '@/shared/domain/consultations/moves'
import type { Consultation, Meeting, Partaker, Vote } from '@/shared/domain/consultations/records'
import { acts, noteNames, type Act, type Note } from '@/shared/kernel/consultation-steps'
import { countsOf, isVoteOpen, refusalOfBallot, roundOf, voterOf } from '@/shared/domain/consultations/votes'
import { canSee } from '@/shared/domain/consultations/who'
import { canSeeProject } from '@/shared/domain/projects/moves'
import type { OutputOf } from '@/shared/kernel/capability'
import { refuse } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler, QueryContext } from '../../runtime/handler'
import { rotatingCode } from '../../runtime/rotating-code'
import { namesOf } from '../../store/names-of'
import { countBallots } from '../../store/ballots'
import { homeOf } from './home'
import { ballotIdOf, partakerIdOf } from './ids'
import { topicRow } from './topic-row'

type View = OutputOf<typeof consultations.getTopic>

const codeOf = ({ id, secret }: Meeting, now: number) => {
  const { code, changesAt } = rotatingCode(secret, id, now)
  return { digits: code, scan: `topic-meeting:${id}:${code}`, changesAt: toInstant(changesAt) }
}

/** How many were at each sitting: one request for all of them. */
const attendedOf = async ({ _id, meetings }: Consultation, { store }: QueryContext): Promise<Map<string, number>> => {
  if (meetings.length === 0) return new Map()
  const rows = await store.aggregate('partakers', { consultationId: _id }, [
    { group: { _id: '$attended', people: { $sum: 1 } } },
  ])
  const counts = new Map<string, number>()
  for (const { _id: ids, people } of rows as { _id: string[]; people: number }[])
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + people)
  return counts
}

const meetingView = (
  consultation: Consultation,
  meeting: Meeting,
  {
    runs,
    attended,
    partaker,
    urls,
    now,
  }: { runs: boolean; attended: number; partaker: Partaker | null; urls: Map<string, string>; now: number },
): View['meetings'][number] => {
  const { id, number, startsAt, place, agenda, cancelledFor } = meeting
  const minutes = meeting.minutes.at(-1)
  const isMine = partaker?.attended.includes(id) ?? false
  const isOpen = isSignInOpen(meeting, now)
  return {
    id,
    number,
    startsAt,
    place,
    agenda,
    cancelledFor,
    attended,
    isMine,
    minutes: minutes ? { text: minutes.text, photos: shown(minutes.fileIds, urls), at: minutes.at } : null,
    code: runs && isOpen ? codeOf(meeting, now) : null,
    canCheckIn: isOpen && !isMine,
    canCancel: runs && cancelledFor === null && now < Date.parse(startsAt) && fits(consultation, 'cancelMeeting'),
    canWriteMinutes: runs && hasBegun(meeting, now) && fits(consultation, 'writeMinutes'),
  }
}

const shown = (fileIds: readonly string[], urls: ReadonlyMap<string, string>): string[] =>
  fileIds.flatMap((fileId) => urls.get(fileId) ?? [])

/** The vote as the caller may see it: counts only once it is closed, or where it was said that they are shown. */
const voteView = async (
  consultation: Consultation,
  vote: Vote,
  { actor, now, store }: QueryContext,
): Promise<View['vote']> => {
  const mayCount = vote.isLive && !vote.result
  const round = roundOf(consultation)
  const [own, live] = await Promise.all([
    store.ballots.get(ballotIdOf(consultation._id, round, voterOf(vote, actor.personId, actor.householdId ?? ''))),
    mayCount ? countBallots(store, consultation._id, round) : [],
  ])
  const counts = vote.result?.counts ?? (mayCount ? countsOf(vote, live) : null)
  return {
    by: vote.by,
    question: vote.question,
    options: vote.options.map((option) => ({
      ...option,
      ballots: counts?.find(({ optionId }) => optionId === option.id)?.ballots ?? null,
    })),
    closesAt: vote.closesAt,
    isOpen: isVoteOpen(consultation, now),
    isLive: vote.isLive,
    isCounted: vote.result !== null,
    ballots: counts ? counts.reduce((sum, { ballots }) => sum + ballots, 0) : null,
    households: vote.households,
    mine: own?.optionId ?? null,
  }
}

const filesOf = ({ meetings, report }: Consultation): string[] => [
  ...meetings.flatMap(({ minutes }) => minutes.at(-1)?.fileIds ?? []),
  ...(report?.fileIds ?? []),
]

const nameOfAct = (act: string): string => acts[act as Act]?.name ?? noteNames[act as Note] ?? act

/** One topic, with where it stands and what the caller can do about it. */
export const getTopic: Handler<typeof consultations.getTopic> = async ({ id }, context) => {
  const { actor, now, store, files, directory } = context
  const topic = await store.consultations.get(id)
  if (!topic || !canSee(topic, actor)) return refuse('NOT_FOUND')
  const fileIds = filesOf(topic)
  const names = [topic.proposerId, topic.runnerId, topic.resolution?.ownerId].filter((one) => typeof one === 'string')
  const [map, partaker, nameOf, into, project, vote, home, attended, urls] = await Promise.all([
    directory(),
    store.partakers.get(partakerIdOf(id, actor.personId)),
    namesOf(store, names),
    topic.joinedIntoId ? store.consultations.get(topic.joinedIntoId) : null,
    topic.projectId ? store.projects.get(topic.projectId) : null,
    topic.vote ? voteView(topic, topic.vote, context) : null,
    isVoteOpen(topic, now) ? homeOf(actor, context) : null,
    attendedOf(topic, context),
    fileIds.length > 0 ? files.urlsOf(fileIds.slice(0, 50)) : new Map<string, string>(),
  ])
  const runs = mayRun(topic, actor)
  const may = (act: Act): boolean => runs && fits(topic, act)
  const { resolution } = topic
  return {
    ...topicRow(topic, map, now),
    now: toInstant(now),
    text: topic.text,
    proposerName: nameOf(topic.proposerId),
    runnerName: topic.runnerId === null ? null : nameOf(topic.runnerId),
    history: topic.history.map(({ act, step, at, words }) => ({ act, name: nameOfAct(act), step, at, words })),
    joinedInto: into ? { id: into._id, title: into.title } : null,
    isSupported: partaker?.isSupporter ?? false,
    project: canSeeProject(project, actor) ? { id: project._id, title: project.title } : null,
    meetings: topic.meetings.map((meeting) =>
      meetingView(topic, meeting, { runs, attended: attended.get(meeting.id) ?? 0, partaker, urls, now }),
    ),
    vote,
    resolution: resolution && {
      text: resolution.text,
      ownerName: nameOf(resolution.ownerId),
      dueOn: resolution.dueOn,
      at: resolution.at,
      isOverdue: topic.isOpen && resolution.dueOn < dayOf(now),
    },
    notice: topic.notice,
    report: topic.report && {
      text: topic.report.text,
      photos: shown(topic.report.fileIds, urls),
      at: topic.report.at,
    },
    can: {
      support: topic.isOpen,
      comment: topic.isOpen,
      vote: refusalOfBallot(topic, null, home, now) === null,
      withdraw: topic.proposerId === actor.personId && fits(topic, 'withdraw'),
      takeUp: may('takeUp'),
      review: may('accept'),
      judgeWords: runs && isHeld(topic),
      callMeeting: may('callMeeting'),
      openVote: may('openVote') && topic.vote === null,
      resolve: may('resolve') && canResolveFrom(topic, now) && (topic.vote === null || topic.vote.result !== null),
      publish: may('publish'),
      goBack: may('goBack'),
      reportBack: may('reportBack'),
      tie: runs && canTie(topic),
      grow: runs && canGrow(topic) && topic.projectId === null,
    },
  }
}
