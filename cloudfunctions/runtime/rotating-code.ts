import { createHmac } from 'node:crypto'

const stepMs = 30_000
/** How many steps before the current one still count: somebody types it while it changes. */
const toleranceSteps = 1
/** Codes of this many steps back are known again, so that a late one is told to be late. */
const knownSteps = 20

const stepOf = (now: number): number => Math.floor(now / stepMs)

const codeOfStep = (secret: string, subjectId: string, step: number): string => {
  const bytes = createHmac('sha256', secret).update(`${subjectId}:${step}`).digest()
  return String(bytes.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** The six digits that stand for a subject just now, from its secret and the half minute; until when they are shown. */
export const rotatingCode = (secret: string, subjectId: string, now: number): { code: string; changesAt: number } => ({
  code: codeOfStep(secret, subjectId, stepOf(now)),
  changesAt: (stepOf(now) + 1) * stepMs,
})

/** What a code shown to the server is worth: good for one step after its own, known but late, or none of this subject's. */
export const verdictOf = (
  secret: string,
  subjectId: string,
  code: string,
  now: number,
): 'valid' | 'expired' | 'wrong' => {
  for (let back = 0; back <= knownSteps; back++)
    if (codeOfStep(secret, subjectId, stepOf(now) - back) === code) return back <= toleranceSteps ? 'valid' : 'expired'
  return 'wrong'
}
