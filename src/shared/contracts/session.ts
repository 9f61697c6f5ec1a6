import * as z from 'zod'
import { query } from '../kernel/capability'
import { day, id, instant, role, scope } from '../kernel/shapes'

const leave = z.object({ from: day, to: day, standInId: id, standInName: z.string() })

export const session = {
  getMe: query({
    summary: '我是谁：姓名、身份、任职、所在网格和未读数',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({
      now: instant,
      person: z.object({
        id,
        name: z.string(),
        isNewcomer: z.boolean(),
        roles: z.array(role),
        postings: z.array(
          z.object({ role, roleName: z.string(), scope, scopeName: z.string(), departmentId: id.optional() }),
        ),
        leave: leave.nullable(),
      }),
      community: z.object({ id, name: z.string() }),
      household: z.object({ id, label: z.string(), buildingId: id, unitId: id }).nullable(),
      grid: z.object({ id, name: z.string() }).nullable(),
      /** An application that waits, and who was asked to decide it. */
      pendingBinding: z
        .object({ id, householdLabel: z.string(), approverName: z.string(), approverRoleName: z.string() })
        .nullable(),
      unread: z.number().int(),
    }),
  }),
}
