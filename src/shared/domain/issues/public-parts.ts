import type { Issue } from './issue'
import { neighbourWords } from './neighbour-words'

/** What of an issue strangers may see beside its class, building and state; only for one whose `isPublic` is true. */
export interface PublicParts {
  readonly text: string
  readonly fileIds: readonly string[]
  readonly resultFileIds: readonly string[]
}

/** The reporter's words, masked, once they have passed the content check, and the photos that have; nothing else. */
export const publicPartsOf = (
  issue: Pick<Issue, 'text' | 'reporterName' | 'textCheck' | 'fileIds' | 'resultFileIds' | 'passedFileIds'>,
): PublicParts => {
  const hasPassed = (fileId: string): boolean => issue.passedFileIds.includes(fileId)
  return {
    text: issue.textCheck === 'passed' ? neighbourWords(issue.text, issue) : '',
    fileIds: issue.fileIds.filter(hasPassed),
    resultFileIds: issue.resultFileIds.filter(hasPassed),
  }
}
