import type { Digest } from '@/shared/domain/lovebank/chain'
import type { Documents } from '../documents'
import { activities } from './activities'
import { fangshi } from './fangshi'
import { pipes } from './funding'
import { loveBank } from './love-bank'
import { ordinary } from './ordinary'
import { posters } from './posters'
import { projects } from './projects'
import { stageOf, type KeepFile } from './stage'
import { wangshe } from './wangshe'

/**
 * What has happened in the sample community in the last weeks: the stories of 王舍路 and 房石小区 and some ordinary reports, made by the rules
 * that carry out the capabilities, the love bank with what has been earned and handed out, seventy-two
 * proposals with what became of them, and pipes that households help to pay, so that the app opens with something to
 * show. `keepFile` stores the pictures, which are drawn by code; `digest` is the ledger's.
 */
export const sampleHistory = (documents: Documents, today: string, keepFile: KeepFile, digest: Digest) => {
  const stage = stageOf(documents, 'xinsheng', keepFile)
  const road = wangshe(stage, today)
  const lawn = fangshi(stage, today)
  const still = posters(stage, today)
  const proposed = projects(stage, documents, today)
  const { project, ...selfFunding } = pipes(stage, documents, proposed.lived, today, digest)
  return {
    ...road,
    ...activities(stage, today),
    ...loveBank(stage, today, digest),
    ...selfFunding,
    projectCalls: proposed.projectCalls,
    projects: [...proposed.projects, project],
    clusters: [...road.clusters, ...still.clusters],
    issues: [...road.issues, ...lawn.issues, ...still.issues, ...ordinary(stage, today)],
  }
}
