import type { Actor } from '../../kernel/actor'
import { acts, steps, type Act, type Note } from '../../kernel/consultation-steps'
import { refuse, type Refusal } from '../../kernel/decision'
import { dueDaysMax, firstDueOn } from '../../kernel/notice-days'
import { addDays, dayOf, startOfDay, toInstant } from '../../kernel/time'
import type { Consultation } from './records'
import { isRunner } from './who'

type Given = Partial<
  Pick<Consultation, 'runnerId' | 'joinedIntoId' | 'meetings' | 'vote' | 'resolution' | 'notice' | 'report' | 'nextAt'>
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

/** Whether it may hang on a project: its words are public and it did not end before its last step. It may be over, for a series is often put together afterwards. */
export const canTie = ({ end, textCheck }: Consultation): boolean => end === null && textCheck === 'passed'

type Resolved = Consultation & { resolution: NonNullable<Consultation['resolution']> }

/**
 * Whether its resolution may become a project now. Not before the notice is over: until then it may be taken back to be talked over again,
 * and a project would outlive what it rests on.
 */
export const canGrow = (topic: Consultation): topic is Resolved =>
  topic.isOpen && topic.step === 'carryingOut' && topic.resolution !== null && canTie(topic)

/** A consultation that hangs on a project, or on none any more; a note beside its steps, which moves it nowhere. */
export const tied = (
  consultation: Consultation,
  projectId: string | null,
  { note, byId, words }: { note: Note; byId: string; words: string },
  now: number,
): Consultation => ({
  ...consultation,
  projectId,
  history: [...consultation.history, { act: note, step: consultation.step, at: toInstant(now), byId, words }],
})

/** Whoever runs topics may act; one that somebody has taken up is theirs, and others of the desk stand in. */
export const mayRun = (consultation: Consultation, actor: Actor): boolean =>
  consultation.communityId === actor.communityId && isRunner(actor)

/** Puts what was agreed to the public (公示): from tomorrow, for whole days. */
export const noticeOf = (days: number, now: number) => {
  const from = addDays(dayOf(now), 1)
  const to = addDays(from, days - 1)
  return { notice: { from, to }, nextAt: toInstant(startOfDay(addDays(to, 1))) }
}

/** Whether a notice would still run on the day its resolution is due, or past it. */
export const outlastsDue = ({ resolution }: Pick<Consultation, 'resolution'>, { to }: { to: string }): boolean =>
  resolution !== null && resolution.dueOn <= to

/** Whether the day a resolution is due leaves time for its notice, and is not out of sight. */
export const isDueFit = (dueOn: string, now: number): boolean =>
  dueOn >= firstDueOn(dayOf(now)) && dueOn <= addDays(dayOf(now), dueDaysMax)
