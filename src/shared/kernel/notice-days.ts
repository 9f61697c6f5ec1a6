import { addDays } from './time'

/** The least and the most days a resolution or a project is shown to all before it is carried out (公示). */
export const noticeDaysMin = 7
export const noticeDaysMax = 30

/** How far ahead a resolution (决议) may be due. */
export const dueDaysMax = 730

/** The first day a resolution may be due: the one after the shortest notice, which begins tomorrow. */
export const firstDueOn = (today: string): string => addDays(today, noticeDaysMin + 1)
