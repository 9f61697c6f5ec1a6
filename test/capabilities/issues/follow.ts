import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import type { TestCloud } from '../../support/cloud'
import { report } from '../world'

/** Reports something whose words and photos have passed the content check, so that residents may see it. */
export const publicReport = async (
  world: TestCloud,
  ...[persona, changes]: [string?, Parameters<typeof report>[2]?]
) => {
  const id = await report(world, persona, changes)
  const issue = world.documents('issues').find(({ _id }) => _id === id)!
  await world.runtime.store.issues.updateWhere(
    { _id: id },
    { textCheck: 'passed', passedFileIds: issue.fileIds, isPublic: true },
  )
  return id
}

/** Runs the job that delivers what was announced. */
export const deliver = (world: TestCloud) =>
  deliverAnnouncements({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
