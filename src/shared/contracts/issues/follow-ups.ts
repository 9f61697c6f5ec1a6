import * as z from 'zod'
import { command } from '../../kernel/capability'
import { id } from '../../kernel/shapes'
import { changed } from './shapes'

/** The second question, four weeks after closing. */
export const followUps = {
  answerFollowUp: command({
    summary: '办结四周后再问一次：还好，还是又坏了',
    roles: ['reporter'],
    input: z.strictObject({ id, answer: z.enum(['lasting', 'brokeAgain'], { error: '请选“还好”或“又坏了”' }) }),
    output: changed,
    refusals: {
      FOLLOW_UP_ANSWERED: '您已经答过了，谢谢您',
      FOLLOW_UP_NOT_ASKED: '办结满四周才会问您，现在还不用答',
    },
  }),
}
