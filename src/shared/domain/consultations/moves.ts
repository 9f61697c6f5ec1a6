import type { Actor } from '../../kernel/actor'
import { acts, steps, type Act } from '../../kernel/consultation-steps'
import { refuse, type Refusal } from '../../kernel/decision'
import { addDays, dayOf, startOfDay, toInstant } from '../../kernel/time'
import type { Consultation } from './records'
import { isRunner } from './who'

/** How far ahead a resolution may be due. */
export const dueDaysMax = 730

type Given = Partial<
  Pick<
    Consultation,
    'runnerId' | 'joinedIntoId' | 'meetings' | 'vote' | 'resolution' | 'notice' | 'report' | 'nextAt' | 'projectId'
  >
>

/** Whether an act may be done where a consultation stands. */
export const fits = ({ step, isOpen }: Pick<Consultation, 'step' | 'isOpen'>, act: Act): boolean =>
  isOpen && (acts[act].from as readonly string[]).includes(step)

/**
 * A consultation after an act, or why not: one that is not to be done at its step changes nothing. `byId` is null where time did it.
 */
export const acted = (
  consultation: Consultation,
  act: Act,
  { byId, words = '', given = {} }: { byId: string | null; words?: string; given?: Given },
  now: number,
): Consultation | Refusal<'STEP_UNFIT'> => {
  if (!fits(consultation, act)) return refuse('STEP_UNFIT')
  const rule = acts[act]
  const step = 'to' in rule ? rule.to : consultation.step
  const end = 'end' in rule ? rule.end : null
  const at = toInstant(now)
  return {
    ...consultation,
    ...given,
    step,
    end,
    isOpen: end === null && step !== steps.at(-1),
    history: [...consultation.history, { act, step, at, byId, words }],
    updatedAt: at,
  }
}

/** Whoever runs topics may act; one that somebody has taken up is theirs, and others of the desk stand in. */
export const mayRun = (consultation: Consultation, actor: Actor): boolean =>
  consultation.communityId === actor.communityId && isRunner(actor)

/** Puts what was agreed to the public (公示): from tomorrow, for whole days. */
export const noticeOf = (days: number, now: number) => {
  const from = addDays(dayOf(now), 1)
  const to = addDays(from, days - 1)
  return { notice: { from, to }, nextAt: toInstant(startOfDay(addDays(to, 1))) }
}

/** Whether the day a resolution is due lies ahead, and not out of sight. */
export const isDueFit = (dueOn: string, now: number): boolean =>
  dueOn > dayOf(now) && dueOn <= addDays(dayOf(now), dueDaysMax)
