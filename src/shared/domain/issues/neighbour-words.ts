import type { Issue } from './issue'
import { maskedText } from './masked-text'
import { spelled } from './spelled'

/**
 * What somebody wrote about an issue, for residents who do not deal with it: without numbers that reach a person, and without the
 * name of whoever reported it, in whosever words they stand.
 */
export const neighbourWords = (text: string, { reporterName }: Pick<Issue, 'reporterName'>): string => {
  const name = spelled(reporterName)
  return maskedText(name ? text.replace(name, '上报人') : text)
}
