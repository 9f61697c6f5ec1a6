import type { Draft } from '@/client/drafts'

type Problem = Pick<NonNullable<Draft['problem']>, 'code' | 'fields'>
export type ReportField = 'photos' | 'place' | 'class' | 'text' | 'gridId' | null

export const steps = ['照片', '地点', '说明'] as const
const photoStep = 0
const placeStep = 1
const wordsStep = 2

/** The field of the form that a "no" is about; null when it concerns the whole. */
export const fieldOf = ({ code, fields }: Problem): ReportField => {
  if (code.startsWith('FILE_')) return 'photos'
  if (code === 'ISSUE_PLACE_UNKNOWN' || code === 'ISSUE_OUTSIDE_COMMUNITY') return 'place'
  if (code === 'ISSUE_CLASS_UNKNOWN') return 'class'
  const named = Object.keys(fields)[0] ?? ''
  if (named.startsWith('fileIds')) return 'photos'
  if (named.startsWith('place')) return 'place'
  if (named.startsWith('classCode')) return 'class'
  if (named.startsWith('text')) return 'text'
  return null
}

/** The screen on which it can be put right. */
export const stepOf = (problem: Problem): number => {
  const field = fieldOf(problem)
  return field === 'photos' ? photoStep : field === 'place' ? placeStep : wordsStep
}

/** The sentence to show beside a field, when the last "no" was about it. */
export const problemAt = ({ problem }: Draft, field: ReportField): string | undefined =>
  problem && fieldOf(problem) === field ? (Object.values(problem.fields)[0] ?? problem.message) : undefined
