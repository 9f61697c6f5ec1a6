import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

/** One meeting as the server tells it to its reader. */
export type Meeting = OutputOf<ContractOf<'issues.getMeeting'>>

/** How many were expected and came; who came without being asked counts apart, or one guest would hide one who stayed away. */
export const turnoutWords = ({ invited, attendance }: Pick<Meeting, 'invited' | 'attendance'>): string => {
  const guests = attendance.filter(({ personId }) => personId === null).length
  const came = `应到 ${invited.length + 1} 人，签到 ${attendance.length - guests} 人`
  return guests > 0 ? `${came}，临时到场 ${guests} 人` : came
}
