import type { Digest } from '@/shared/domain/lovebank/chain'
import type { Documents } from '../documents'
import { activities } from './activities'
import { consents, type Signing } from './consents'
import { fangshi } from './fangshi'
import { loveBank } from './love-bank'
import { ordinary } from './ordinary'
import { posters } from './posters'
import { stageOf, type KeepFile } from './stage'
import { wangshe } from './wangshe'

/**
 * What has happened in the sample community in the last weeks: the stories of 王舍路 and 房石小区 and some ordinary reports, made by the rules
 * that carry out the capabilities, and the love bank with what has been earned and handed out, so that the app opens with something to
 * show; and two consents of households, one published and one under way. `keepFile` stores the pictures, which are drawn by code; `digest` is
 * the ledger's and the log's, `signing` signs what was counted.
 */
export const sampleHistory = (
  documents: Documents,
  today: string,
  keepFile: KeepFile,
  digest: Digest,
  signing: Signing,
) => {
  const stage = stageOf(documents, 'xinsheng', keepFile)
  const road = wangshe(stage, today)
  const lawn = fangshi(stage, today)
  const still = posters(stage, today)
  return {
    ...road,
    ...activities(stage, today),
    ...loveBank(stage, today, digest),
    ...consents(stage, documents, today, { digest, keepFile, signing }),
    clusters: [...road.clusters, ...still.clusters],
    issues: [...road.issues, ...lawn.issues, ...still.issues, ...ordinary(stage, today)],
  }
}
