import type { Certificate } from './drawing'

/** 2026 年 1 月 1 日至 2026 年 11 月 25 日, short enough for a list: "2026.1.1 至 2026.11.25". */
export const spanWords = ({ from, to }: Pick<Certificate, 'from' | 'to'>): string => `${dotted(from)} 至 ${dotted(to)}`

const dotted = (day: string): string => `${Number(day.slice(0, 4))}.${Number(day.slice(5, 7))}.${Number(day.slice(8))}`

export const stateNames: Record<Certificate['state'], string> = {
  valid: '有效',
  withdrawn: '本人已作废',
  revoked: '社区已作废',
}
