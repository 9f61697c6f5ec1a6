import type { Issue } from './issue'
import { filesOfWorks } from './works-shape'

/** Every file an issue shows, so that their addresses can be asked for at once. */
export const filesOf = (issue: Pick<Issue, 'fileIds' | 'resultFileIds' | 'timeline' | 'works'>): string[] => [
  ...new Set([
    ...issue.fileIds,
    ...issue.resultFileIds,
    ...issue.timeline.flatMap((entry) => entry.fileIds),
    ...filesOfWorks(issue.works),
  ]),
]
