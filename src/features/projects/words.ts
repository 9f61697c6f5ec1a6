import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import type { ProjectState } from '@/shared/kernel/projects'
import type { Tone } from '@/ui/tag'

export type ProjectRow = OutputOf<ContractOf<'projects.listProjects'>>['projects'][number]
export type ProjectView = OutputOf<ContractOf<'projects.getProject'>>
export type ShareView = OutputOf<ContractOf<'projects.listShares'>>['shares'][number]
export type PaymentView = OutputOf<ContractOf<'projects.getMyShare'>>['payments'][number]

/** The mood of a state; its name stands beside it. */
export const stateTone: Record<ProjectState, Tone> = {
  proposed: 'info',
  screened: 'info',
  deliberated: 'info',
  announced: 'warn',
  approved: 'primary',
  underway: 'primary',
  accepted: 'success',
  settled: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
}

/** "18 天，600 ㎡"; nothing before works began. */
export const cardWords = ({
  days,
  areaSquareMeters,
}: Pick<ProjectRow, 'days' | 'areaSquareMeters'>): string | undefined =>
  [days !== null && `${days} 天`, areaSquareMeters !== null && `${areaSquareMeters} ㎡`].filter(Boolean).join('，') ||
  undefined

/** Tenths of a percent as people read them: "46.8%". */
export const progressWords = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}%`

/** An area as people read it. */
export const areaWords = (hundredths: number): string => `${(hundredths / 100).toFixed(2)} ㎡`
