import * as z from 'zod'
import { command } from '../../kernel/capability'
import { id } from '../../kernel/shapes'
import { checkDecision, contentCheckView } from './check-shapes'

/** The content check (内容安全检测) of what residents wrote and photographed. */
export const checking = {
  decideCheck: command({
    summary: '内容检测拿不准时由社区看一看：可以公开、不公开，或请求再检测一次',
    roles: ['communityWorker'],
    input: z.strictObject({ id, decision: checkDecision }),
    output: z.object({ contentCheck: contentCheckView.nullable() }),
    refusals: {
      ISSUE_CHECK_NOT_WAITING: '这件事没有等您决定的内容，请刷新后再看',
      ISSUE_CHECK_RISKY: '检测认为有风险的内容不能由人工公开，可以请求再检测一次',
    },
  }),
}
