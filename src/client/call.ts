import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf, OutputOf, RefusalOf } from '@/shared/kernel/capability'
import { makeRequestId } from './request-id'
import { send } from './transport'

/** What every answer looks like on the wire. */
export type Envelope =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: string; message: string; fields?: Record<string, string>; requestId: string } }

/** Codes that mean the call never got an answer; what was sent may be sent again with the same request id. */
export type TransportFault = 'OFFLINE' | 'TIMEOUT'

/**
 * A call that was answered "no", or not answered. `message` is the sentence to show; `code` is for programs; `fields` holds
 * the sentences for single inputs.
 */
export class CallError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
    readonly requestId = '',
  ) {
    super(message)
    this.name = 'CallError'
  }

  /** True when trying again later may work and nothing is known to have happened. */
  get isTransient(): boolean {
    return this.code === 'OFFLINE' || this.code === 'TIMEOUT' || this.code === 'INTERNAL'
  }
}

/** Tells whether an error is a given refusal, with the codes the capability declares. */
export const isRefused = <N extends CapabilityName>(
  error: unknown,
  _name: N,
  code: RefusalOf<ContractOf<N>> | 'INVALID_INPUT' | TransportFault,
): boolean => error instanceof CallError && error.code === code

/**
 * Asks for a capability. Commands carry a request id; pass the one of the first attempt when trying again, so that twice is
 * once. Throws `CallError` for every "no".
 */
export const call = async <N extends CapabilityName>(
  name: N,
  input: InputOf<ContractOf<N>>,
  requestId: string = makeRequestId(),
): Promise<OutputOf<ContractOf<N>>> => {
  const envelope = await send({ capability: name, input, requestId })
  if (envelope.ok) return envelope.data as OutputOf<ContractOf<N>>
  const { code, message, fields, requestId: id } = envelope.error
  throw new CallError(code, message, withParents(fields), id)
}

/** The sentences also under what their field is part of (`parties.0` under `parties`): a list is typed into one input. */
const withParents = (fields: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const all = { ...fields }
  for (const [path, sentence] of Object.entries(fields))
    path.split('.').forEach((_, depth, parts) => {
      all[parts.slice(0, depth + 1).join('.')] ??= sentence
    })
  return all
}
