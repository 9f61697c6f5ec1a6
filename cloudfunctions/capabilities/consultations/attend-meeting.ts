import type { consultations } from '@/shared/contracts/consultations'
import { isSignInOpen, meetingOf } from '@/shared/domain/consultations/meetings'
import { canSee } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { verdictOf } from '../../runtime/rotating-code'
import { takeTry } from '../../runtime/take-try'
import { partakerIdOf } from './ids'
import { notePartaker } from './partaking'

/** Six digits typed, or the picture, which also says of which meeting it is. */
const digitsIn = (code: string, meetingId: string): string | null => {
  const [, of, digits] = /^topic-meeting:(.+):(\d{6})$/.exec(code) ?? []
  if (of === undefined) return code
  return of === meetingId ? (digits ?? '') : null
}

/** Signs the caller in by the code shown in the room; few tries a minute, so that none is guessed. */
export const attendMeeting: Handler<typeof consultations.attendMeeting> = async ({ id, meetingId, code }, context) => {
  const { actor, now, store, note, transact } = context
  const { personId } = actor
  const consultation = await store.consultations.get(id)
  const meeting = consultation && meetingOf(consultation, meetingId)
  if (!consultation || !meeting || !canSee(consultation, actor)) return refuse('NOT_FOUND')
  if (!isSignInOpen(meeting, now)) return refuse('MEETING_NOT_NOW')
  const partakerId = partakerIdOf(id, personId)
  const known = await store.partakers.get(partakerId)
  if (known?.attended.includes(meetingId)) return { id, meetingId }
  if (!known) await note((tx) => notePartaker(tx, consultation, personId, {}))
  const partaker = known ?? (await store.partakers.get(partakerId))
  if (!partaker || !(await takeTry(store.partakers, partaker, now))) return refuse('TRIED_TOO_OFTEN')
  const digits = digitsIn(code.trim(), meetingId)
  const verdict = digits === null ? 'wrong' : verdictOf(meeting.secret, meetingId, digits, now)
  if (verdict === 'wrong') return refuse('CODE_WRONG')
  if (verdict === 'expired') return refuse('CODE_EXPIRED')
  return transact(async (tx) => {
    const before = await tx.partakers.get(partakerId)
    const attended = [...new Set([...(before?.attended ?? []), meetingId])]
    await notePartaker(tx, consultation, personId, { attended })
    return { id, meetingId }
  })
}
