import type { Issue } from '@/shared/domain/issues/issue'
import { issueOf, report } from './world'
import type { TestCloud } from '../support/cloud'

/** Reports something and lets its words and photos pass the content check, so that residents may see it. */
export const reportPublicly = async (
  world: TestCloud,
  changes: Parameters<typeof report>[2] = {},
  persona = 'resident-grid-6',
): Promise<string> => {
  const id = await report(world, persona, changes)
  await letPass(world, id)
  return id
}

/** The content check has passed everything of an issue. */
export const letPass = async (world: TestCloud, id: string, more: Partial<Issue> = {}): Promise<void> => {
  const { fileIds, resultFileIds } = issueOf(world, id)
  await world.runtime.store.issues.updateWhere(
    { _id: id },
    { textCheck: 'passed', passedFileIds: [...fileIds, ...resultFileIds], isPublic: true, ...more },
  )
}
