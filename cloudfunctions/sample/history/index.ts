import type { Digest } from '@/shared/domain/lovebank/chain'
import { changedParts, withLeadDepartment } from '@/shared/domain/issues/parts'
import type { Documents } from '../documents'
import { activities } from './activities'
import { consents, type Signing } from './consents'
import { consultations } from './consultations'
import { fangshi } from './fangshi'
import { pipes } from './funding'
import { loveBank } from './love-bank'
import { ordinary } from './ordinary'
import { posters } from './posters'
import { projects } from './projects'
import { roadProject } from './road-project'
import { served } from './served'
import { stageOf, type KeepFile, type Stage } from './stage'
import { underway } from './underway'
import { wangshe } from './wangshe'
import { lovingYear } from '../year'

/** How much of the love bank a sample brings: what some have earned in the last weeks, or a whole year of four hundred volunteers. */
export type Span = 'weeks' | 'year'

const wholeYear = { volunteers: 400, redemptionsADay: 5 }

/** Who has served and signed up in the last weeks, what was earned by it and what was handed out. */
const weeks = (stage: Stage, today: string, digest: Digest) => {
  const planned = activities(stage, today, digest)
  const { documents: service, awards } = served(stage, planned, today, digest)
  return { activities: planned.activities, ...service, ...loveBank(stage, today, digest, awards) }
}

/**
 * What has happened in the sample community in the last weeks: the stories of 王舍路 and 房石小区, some ordinary reports and what
 * is under way this morning, made by the rules that carry out the capabilities; the love bank: who has served and signed up, what was earned and what was handed out; what is talked
 * over; seventy-two proposals with what became of them, pipes that households help to pay; and two consents of households, one published and one under way: so that the app opens with something
 * to show. `keepFile` stores the pictures, which are drawn by code; `digest` is the ledger's and the log's,
 * `signing` signs what was counted.
 */
export const sampleHistory = (
  documents: Documents,
  today: string,
  keepFile: KeepFile,
  digest: Digest,
  signing: Signing,
  span: Span = 'weeks',
) => {
  const stage = stageOf(documents, 'xinsheng', keepFile)
  const road = wangshe(stage, today)
  const lawn = fangshi(stage, today)
  const still = posters(stage, today)
  const bank =
    span === 'year' ? lovingYear(documents, stage, today, digest, wholeYear).documents : weeks(stage, today, digest)
  const proposed = projects(stage, documents, today)
  const grown = roadProject(road.issues, proposed.lived)
  const { project, ...selfFunding } = pipes(stage, documents, proposed.lived, today, digest)
  const usual = ordinary(stage, today)
  const now = underway(stage, today)
  const issues = [...grown.issues, ...lawn.issues, ...still.issues, ...usual, ...now.issues].map(withLeadDepartment)
  return {
    ...road,
    meetings: [...road.meetings, ...now.meetings],
    meetingSeats: [...road.meetingSeats, ...now.meetingSeats],
    commitments: [...road.commitments, ...now.commitments],
    ...bank,
    ...consultations(stage, today),
    ...selfFunding,
    projectCalls: proposed.projectCalls,
    projects: [...proposed.projects, grown.project, project],
    ...consents(stage, documents, today, { digest, keepFile, signing }),
    clusters: [...road.clusters, ...still.clusters],
    issues,
    parts: issues.flatMap((issue) => changedParts(null, issue).kept),
  }
}
