import * as z from 'zod'
import { instant } from '../../kernel/shapes'

/** What a reporter answers four weeks later: it still holds (好了), or it broke again (又坏了). */
export const followUpAnswers = ['lasting', 'brokeAgain'] as const

/** The answer, once there is one; who never answers leaves none. */
export const followUpShape = z.object({ answer: z.enum(followUpAnswers), at: instant })
export type FollowUp = z.infer<typeof followUpShape>
