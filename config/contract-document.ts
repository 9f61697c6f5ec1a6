import * as z from 'zod'
import { contracts } from '@/shared/contracts'
import { commonRefusals, type Contract } from '@/shared/kernel/capability'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })

/**
 * What GET /contracts answers: every capability with its input and output as JSON Schema 2020-12, made by zod from the same
 * schemas that check the calls, and every refusal with its sentence.
 */
export const contractDocument = () => ({
  capabilities: Object.entries(contracts).flatMap(([domain, capabilities]) =>
    Object.entries(capabilities as Record<string, Contract>).map(
      ([verb, { kind, summary, roles, input, output, refusals }]) => ({
        name: `${domain}.${verb}`,
        kind,
        summary,
        roles,
        input: schemaOf(input, 'input'),
        output: schemaOf(output, 'output'),
        refusals: Object.entries({ ...commonRefusals, ...refusals }).map(([code, message]) => ({ code, message })),
      }),
    ),
  ),
})
