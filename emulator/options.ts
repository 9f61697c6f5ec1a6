import type { CollectionSpec } from './database/table'
import type { WechatOptions } from './wechat/double'

/** A cloud function: the folder holding the built `index.js` that exports `main`, and the limits it is deployed with. */
export interface FunctionSpec {
  readonly folder: string
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly environment?: Readonly<Record<string, string>>
  /** When it is called by itself: `cron` has CloudBase's seven fields. */
  readonly timers?: readonly { readonly name: string; readonly cron: string }[]
}

/** A person one can be on this machine. Everything but `openid` is shown at `GET /dev/personas`. */
export interface Persona {
  readonly id: string
  readonly openid: string
  readonly [shown: string]: unknown
}

/** What is behind the doors that a project may open beside the SDK's own. */
export interface Doors {
  /** Function behind `POST /call`. */
  readonly call?: string
  /** Function behind `POST /dev/jobs`, called as one of its timers would call it. */
  readonly jobs?: string
  /** Path → what `GET` on it answers as JSON. */
  readonly documents?: Readonly<Record<string, () => unknown>>
  /** Path → the HTML that `GET` on it answers; it may use `/dev/console.css` and `/dev/filter.js`, and nothing from elsewhere. */
  readonly pages?: Readonly<Record<string, () => string>>
  /** Path → the function that CloudBase's HTTP gateway hands everything under it to. */
  readonly web?: Readonly<Record<string, string>>
  /** Collection behind `GET /dev/outbox`. */
  readonly outbox?: string
}

/** Everything a local cloud needs to know about the project it runs. */
export interface CloudOptions {
  /** Folder for documents and files; null keeps everything in memory. */
  readonly dataDir: string | null
  /** Port on 127.0.0.1; 0 or absent takes a free one. */
  readonly port?: number
  /** Another loopback address than 127.0.0.1; any other is refused. */
  readonly host?: string
  readonly envId: string
  readonly collections: readonly CollectionSpec[]
  readonly functions?: Readonly<Record<string, FunctionSpec>>
  readonly personas?: readonly Persona[]
  readonly doors?: Doors
  /** Given, the cloud also plays WeChat's server APIs, and functions find them in their environment (`WECHAT_API` and so on). */
  readonly wechat?: WechatOptions
  /** Folder of a built H5 app, served at `/`. */
  readonly site?: string
  /** Delay before every answer of the SDK's wire, to feel the distance of a real cloud. */
  readonly latencyMs?: number
  /** How long a transaction may live; 30 as in CloudBase unless a test wants to see it end. */
  readonly transactionSeconds?: number
  /** The script child processes run; found next to this module unless given. */
  readonly functionHost?: string
  readonly log?: (line: string) => void
}

/** A running local cloud. */
export interface Cloud {
  readonly url: string
  readonly port: number
  /** What a process needs in its environment so that the unmodified SDK talks to this cloud, and is let in. */
  readonly sdkEnvironment: Record<string, string>
  /** What functions find in their environment when this cloud plays WeChat; empty when it does not. */
  readonly wechatEnvironment: Readonly<Record<string, string>>
  /** Calls a function as WeChat would, with or without an openid. Rejects with what the function threw. */
  invoke(name: string, event: unknown, as?: { openid?: string }): Promise<unknown>
  /** Epoch milliseconds in this cloud. */
  now(): number
  setClock(at: number): void
  advanceClock(ms: number): void
  /** Bulk load in one SQL transaction; documents bring their `_id`. */
  insertDocuments(collection: string, documents: readonly object[]): void
  /** The same for several collections: all of it is there afterwards, or nothing. */
  insertAll(documents: Readonly<Record<string, readonly object[]>>): void
  /** Puts a file into storage under a path and answers its id, as if it had been uploaded. */
  insertFile(path: string, bytes: Uint8Array): string
  /** All documents of a collection in the order they were added. */
  readDocuments(collection: string): object[]
  /** A bearer token for `POST /call`; `ttlSeconds` is 30 days unless given, so that moving the clock by weeks keeps people signed in. */
  token(openid: string, ttlSeconds?: number): { token: string; expiresAt: string }
  /** Empties documents and files. Only in memory, so that nobody's data goes by mistake. */
  reset(): void
  close(): Promise<void>
}
