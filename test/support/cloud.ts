import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { init } from '@cloudbase/node-sdk'
import { cloudFiles } from '@cloud/adapters/cloud'
import { registry } from '@cloud/capabilities'
import { createDispatch, type Envelope, type Runtime } from '@cloud/runtime/dispatch'
import type { LogLine } from '@cloud/runtime/log'
import { sampleCommunity } from '@cloud/sample'
import { collections, type CollectionName, type DocumentOf } from '@cloud/store/collections'
import { createDirectories } from '@cloud/store/directory'
import { createStore } from '@cloud/store/store'
import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import { dayOf } from '@/shared/kernel/time'
import { startCloud, type Cloud, type CloudOptions } from '../../emulator'

/** A working morning: Wednesday 2026-11-25, 09:00 in the community. */
export const morning = Date.parse('2026-11-25T01:00:00.000Z')

/** What the unmodified SDK sends in this process, seen from outside it. */
let sdkRequests = 0
subscribe('http.client.request.start', (message) => {
  if ((message as { request: ClientRequest }).request.path.startsWith('/admin')) sdkRequests++
})

let requests = 0
/** A request id nobody else uses. */
export const freshRequestId = (): string => `test-request-${String(++requests).padStart(8, '0')}`

export interface TestCloud {
  cloud: Cloud
  runtime: Runtime
  lines: LogLine[]
  /** Epoch ms; a test owns it. */
  clock: { now: number }
  /** Sends a call as a person of the sample, raw: whatever is given, whatever comes back. */
  send(persona: string | null, capability: string, input: unknown, requestId?: string): Promise<Envelope>
  /** Sends a call and expects it to work. */
  ask<N extends CapabilityName>(
    persona: string,
    name: N,
    input: InputOf<ContractOf<N>>,
    requestId?: string,
  ): Promise<OutputOf<ContractOf<N>>>
  /** Sends a call and answers the code of its refusal; `ok` when it was not refused. */
  refusalOf(persona: string | null, capability: string, input: unknown, requestId?: string): Promise<string>
  /** Puts bytes into storage as a phone does and answers the file id. */
  upload(persona: string, bytes: Uint8Array, contentType?: string): Promise<string>
  documents<N extends CollectionName>(name: N): DocumentOf<N>[]
  /** Empties everything and loads the sample again. */
  refill(): void
  /** Requests the SDK sent since the last look. */
  countRequests(): number
  close(): Promise<void>
}

/** The whole server in this process: our dispatcher and handlers, the unmodified SDK, and the local cloud in memory, with more of it where a test wants that. */
export const openTestCloud = async (more: Partial<CloudOptions> = {}): Promise<TestCloud> => {
  const clock = { now: morning }
  const { documents, personas } = sampleCommunity(dayOf(morning))
  const cloud = await startCloud({
    dataDir: null,
    envId: 'test',
    collections: Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes })),
    personas: personas.map((persona) => ({ ...persona })),
    ...more,
  })
  Object.assign(process.env, cloud.sdkEnvironment)
  const app = init({ env: 'test' })
  const store = createStore({
    database: app.database(),
    random: Math.random,
    elapsed: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  const lines: LogLine[] = []
  const runtime: Runtime = {
    store,
    files: cloudFiles(app),
    directories: createDirectories(store, () => clock.now),
    registry,
    now: () => clock.now,
    log: (line) => void lines.push(line),
    homeCommunityId: 'xinsheng',
  }
  const dispatch = createDispatch(runtime)
  const openids = new Map(personas.map((persona) => [persona.id, persona.openid]))
  const send: TestCloud['send'] = (persona, capability, input, requestId = freshRequestId()) => {
    const openid = persona === null ? undefined : openids.get(persona)
    if (persona !== null && !openid) throw new Error(`no persona ${persona}`)
    return dispatch({ capability, input, requestId }, { openid, requestId: 'test' })
  }
  const fill = () => {
    for (const [name, rows] of Object.entries(documents)) cloud.insertDocuments(name, rows)
  }
  // A folder that has been filled before is gone on with.
  if (cloud.readDocuments('communities').length === 0) fill()
  const ask: TestCloud['ask'] = async (persona, name, input, requestId) => {
    const envelope = await send(persona, name, input, requestId)
    if (!envelope.ok) {
      const cause = lines.at(-1)?.error
      throw new Error(
        `${name}: ${envelope.error.code} ${envelope.error.message} ${JSON.stringify(envelope.error.fields ?? {})}`,
        { cause },
      )
    }
    return envelope.data as never
  }
  let counted = 0
  return {
    cloud,
    runtime,
    lines,
    clock,
    send,
    ask,
    async refusalOf(persona, capability, input, requestId) {
      const envelope = await send(persona, capability, input, requestId)
      return envelope.ok ? 'ok' : envelope.error.code
    },
    async upload(persona, bytes, contentType = 'image/jpeg') {
      const place = await ask(persona, 'files.beginUpload', { purpose: 'issue', bytes: bytes.length, contentType })
      const answer = await fetch(place.url, { method: place.method, headers: place.headers, body: Buffer.from(bytes) })
      if (!answer.ok) throw new Error(`upload answered ${answer.status}`)
      return place.fileId
    },
    documents: (name) => cloud.readDocuments(name) as never,
    refill() {
      cloud.reset()
      fill()
    },
    countRequests() {
      const since = sdkRequests - counted
      counted = sdkRequests
      return since
    },
    close: () => cloud.close(),
  }
}
