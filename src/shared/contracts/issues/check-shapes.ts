import * as z from 'zod'

export const checkDecision = z.enum(['pass', 'reject', 'askAgain'], { error: '请选择可以公开、不公开或再检测一次' })

/** Where the content check stands, for the reporter and for staff. */
export const contentCheckView = z.object({
  /** review: waits for a person; held: stays hidden. */
  state: z.enum(['waiting', 'passed', 'review', 'held']),
  /** Why something is held, a sentence each; for staff. */
  reasons: z.array(z.string()),
  /** What the caller may decide. */
  decisions: z.array(checkDecision),
})
export type ContentCheckView = z.infer<typeof contentCheckView>
