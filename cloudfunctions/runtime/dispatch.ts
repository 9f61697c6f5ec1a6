import { commonRefusals, type Access, type Contract } from '@/shared/kernel/capability'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Directories } from '../store/directory'
import { findCaller, type Caller } from '../store/reads'
import { Abandon, IdTaken, type Store, type Transaction } from '../store/store'
import { actorOf, newcomerRecord } from './actor'
import type { CommandContext, FilePort, Registry } from './handler'
import { digest, freshSecret, stableJson } from './hash'
import type { Log } from './log'

export interface Failure {
  code: string
  message: string
  fields?: Record<string, string>
  requestId: string
}
export type Envelope = { ok: true; data: unknown } | { ok: false; error: Failure }

/** What reaches a function: what the caller sent, and who the platform says the caller is. */
export interface Call {
  capability?: unknown
  input?: unknown
  requestId?: unknown
  /** Where a newcomer stands (from the code they scanned); ignored for everybody who is already somewhere. */
  communityId?: unknown
}

export interface Runtime {
  store: Store
  files: FilePort
  directories: Directories
  registry: Registry
  /** Epoch milliseconds. */
  now: () => number
  log: Log
  templateIds?: NonNullable<CommandContext['templateIds']>
  webAddress?: string
  /** The community of people nobody has entered yet. */
  homeCommunityId: string
}

interface Known {
  openid: string
  actor: Actor
  requestKey: string
  isUnrecorded: boolean
  request: Caller['request']
}

/** What an answer is kept under. */
interface Kept {
  caller: Known
  name: string
  inputHash: string
}

const requestIdForm = /^[A-Za-z0-9_-]{16,64}$/
const openAccess: readonly Access[] = ['anyone', 'signedIn', 'self', 'reporter', 'owner', 'lead']

type AnyHandler = (input: unknown, context: CommandContext) => Promise<unknown>

/** A capability by its name, its domain loaded; null when there is none. */
const findCapability = async (
  registry: Registry,
  name: unknown,
): Promise<{ contract: Contract; handler: AnyHandler } | null> => {
  if (typeof name !== 'string') return null
  const [domainName = '', verb = '', ...rest] = name.split('.')
  if (rest.length > 0 || !Object.hasOwn(registry, domainName)) return null
  const { domain } = await registry[domainName as keyof Registry]()
  if (!Object.hasOwn(domain.contracts, verb)) return null
  const contract = (domain.contracts as Record<string, Contract>)[verb]!
  return { contract, handler: (domain.handlers as Record<string, AnyHandler>)[verb]! }
}

const maySay = (contract: Contract, actor: Actor): boolean =>
  contract.roles.some(
    (access) =>
      openAccess.includes(access) ||
      (access === 'resident' && !actor.isNewcomer) ||
      actor.postings.some((posting) => posting.role === access),
  )

const nobody: Actor = { personId: 'nobody', communityId: '', name: '', isNewcomer: true, postings: [] }

/**
 * Takes a call to its handler and its answer back, in this order: capability, identity, input, rights, run, output.
 * Whatever happens, the answer is an envelope; only three kinds of failure exist (bad input, refusal, internal), and
 * nothing of an internal one but its request id leaves the server.
 */
export const createDispatch = (runtime: Runtime) => {
  const { store, registry, log } = runtime

  /** A newcomer's first command makes their record, so that a handler always finds one. Who once left and comes back begins anew. */
  const enter = async (tx: Transaction, { caller: { isUnrecorded, openid, actor } }: Kept) => {
    if (!isUnrecorded) return
    const found = await tx.persons.get(actor.personId)
    if (!found) await tx.persons.create(newcomerRecord(openid, actor.communityId))
    else if (!found.openid) await tx.persons.put({ ...found, openid, isNewcomer: true })
  }

  const keep = async (tx: Transaction, { caller, name, inputHash }: Kept, reply: unknown) => {
    await tx.requests.create({
      _id: caller.requestKey,
      communityId: caller.actor.communityId,
      capability: name,
      inputHash,
      reply: reply ?? null,
      at: toInstant(runtime.now()),
    })
  }

  const contextFor = (
    key: Kept,
    contract: Contract,
    now: number,
  ): { context: CommandContext; wasKept: () => boolean } => {
    const { caller } = key
    let made = 0
    let kept = false
    const context: CommandContext = {
      actor: caller.actor,
      now,
      store,
      files: runtime.files,
      templateIds: runtime.templateIds ?? {},
      ...(runtime.webAddress ? { webAddress: runtime.webAddress } : {}),
      directory: async () => {
        const directory = await runtime.directories(caller.actor.communityId)
        if (!directory) throw new Error(`no community ${caller.actor.communityId}`)
        return directory
      },
      newId: (prefix) => `${prefix}-${digest('id', caller.requestKey, prefix, String(made++))}`,
      newSecret: freshSecret,
      transact: async (body) => {
        try {
          const answer = await store.transact(async (tx) => {
            await enter(tx, key)
            const reply = await body(tx)
            if (isRefusal(reply)) throw new Abandon(reply)
            const data = contract.output.parse(reply)
            if (!contract.isSecret) await keep(tx, key, data)
            return data
          })
          kept = true
          return answer
        } catch (error) {
          if (error instanceof Abandon) return error.answer as never
          throw error
        }
      },
      note: (body) => store.transact(body),
    }
    return { context, wasKept: () => kept }
  }

  const identify = async (
    openid: string | undefined,
    call: Call,
    contract: Contract,
    now: number,
  ): Promise<Known | null> => {
    if (!openid)
      return contract.roles.includes('anyone')
        ? {
            openid: '',
            actor: { ...nobody, communityId: runtime.homeCommunityId },
            requestKey: 'none',
            isUnrecorded: false,
            request: null,
          }
        : null
    const requestKey =
      contract.kind === 'command' && typeof call.requestId === 'string'
        ? `r-${digest('request', openid, call.requestId)}`
        : null
    const caller = await findCaller(store, openid, requestKey)
    if (caller)
      return {
        openid,
        actor: actorOf(caller, now),
        requestKey: requestKey ?? 'none',
        isUnrecorded: false,
        request: caller.request,
      }
    const stands =
      typeof call.communityId === 'string' && (await runtime.directories(call.communityId)) ? call.communityId : null
    const person = newcomerRecord(openid, stands ?? runtime.homeCommunityId)
    return {
      openid,
      actor: {
        personId: person._id,
        communityId: person.communityId,
        name: person.name,
        isNewcomer: true,
        postings: [],
      },
      requestKey: requestKey ?? 'none',
      isUnrecorded: true,
      request: requestKey ? await store.requests.get(requestKey) : null,
    }
  }

  const run = async (
    call: Call,
    openid: string | undefined,
    now: number,
    told: { actor?: Actor },
  ): Promise<{ data: unknown } | { refusal: Refusal; contract: Contract | null }> => {
    const no = (code: string, contract: Contract | null = null, fields?: Record<string, string>) => ({
      refusal: fields ? { refused: code, fields } : { refused: code },
      contract,
    })
    const capability = await findCapability(registry, call.capability)
    if (!capability) return no('NOT_FOUND')
    const { contract, handler } = capability
    const name = call.capability as string
    const caller = await identify(openid, call, contract, now)
    if (!caller) return no('UNAUTHENTICATED')
    told.actor = caller.actor
    if (contract.kind === 'command' && !(typeof call.requestId === 'string' && requestIdForm.test(call.requestId)))
      return no('INVALID_INPUT', contract, { requestId: '缺少请求编号，或格式不正确' })
    const { parseInput } = await import('./input')
    const input = parseInput(contract.input, call.input ?? {})
    if ('fields' in input) return no('INVALID_INPUT', contract, input.fields)
    if (!maySay(contract, caller.actor)) return no('FORBIDDEN', contract)

    const inputHash = digest(name, stableJson(input.value))
    const replay = (request: NonNullable<Caller['request']>) =>
      request.inputHash === inputHash ? { data: contract.output.parse(request.reply) } : no('CONFLICT', contract)
    if (caller.request) return replay(caller.request)

    const key = { caller, name, inputHash }
    const { context, wasKept } = contextFor(key, contract, now)
    /** What the same request, sent twice at once, did meanwhile: its answer is ours. */
    const quicker = async () => (contract.kind === 'command' ? await store.requests.get(caller.requestKey) : null)
    try {
      const answer = await handler(input.value, context)
      if (isRefusal(answer)) {
        const earlier = await quicker()
        return earlier ? replay(earlier) : { refusal: answer, contract }
      }
      const data = contract.output.parse(answer)
      if (contract.kind === 'command' && !wasKept())
        await store.transact(async (tx) => {
          await enter(tx, key)
          await keep(tx, key, data)
        })
      return { data }
    } catch (error) {
      const earlier = error instanceof IdTaken ? await quicker() : null
      if (earlier) return replay(earlier)
      throw error
    }
  }

  return async (call: Call, identity: { openid?: string | undefined; requestId: string }): Promise<Envelope> => {
    const now = runtime.now()
    const told: { actor?: Actor } = {}
    const { requestId } = identity
    const record = (outcome: string, error?: unknown) =>
      log({
        capability: typeof call.capability === 'string' ? call.capability.slice(0, 80) : '?',
        actor: told.actor?.personId ?? null,
        ms: runtime.now() - now,
        outcome,
        requestId,
        ...(error === undefined ? {} : { error }),
      })
    try {
      const result = await run(call, identity.openid, now, told)
      if ('data' in result) {
        const { recordReads } = await import('./record-reads')
        await recordReads(runtime, result.data, { actor: told.actor, call, requestId, now })
        record('ok')
        return { ok: true, data: result.data }
      }
      const { refused: code, fields } = result.refusal
      record(code)
      return {
        ok: false,
        error: { code, message: sentenceFor(code, result.contract, fields), ...(fields ? { fields } : {}), requestId },
      }
    } catch (error) {
      record('INTERNAL', error)
      return { ok: false, error: { code: 'INTERNAL', message: '系统出了点问题，请稍后再试', requestId } }
    }
  }
}

/** The sentence a person reads: the contract's own, else the common one; for bad input the first field's. */
const sentenceFor = (code: string, contract: Contract | null, fields?: Readonly<Record<string, string>>): string => {
  const first = fields && Object.values(fields)[0]
  if (code === 'INVALID_INPUT') return first ?? '提交的内容不正确'
  const declared = contract && Object.hasOwn(contract.refusals, code) ? contract.refusals[code] : undefined
  return declared ?? commonRefusals[code as keyof typeof commonRefusals] ?? '这项操作没有成功'
}
