import type { Actor } from '@/shared/kernel/actor'
import type { Contract, ParsedInputOf, RefusalOf, ReturnedOf } from '@/shared/kernel/capability'
import type { Refusal } from '@/shared/kernel/decision'
import type { Contracts } from '@/shared/contracts'
import type { TemplateKey } from '@/shared/domain/notices/template-ids'
import type { Directory } from '../store/directory'
import type { ReadStore, Transaction } from '../store/store'

/** What the product needs of file storage; bytes and addresses, no SDK. */
/**
 * How the move of one file went: it is at its new place, by this move or one before (`there`); it is not where it was to come from
 * (`gone`); or it could not be moved and is where it was (`failed`).
 */
export type MoveOutcome = 'there' | 'gone' | 'failed'

export interface FilePort {
  beginUpload(
    path: string,
    contentType: string,
  ): Promise<{ fileId: string; url: string; headers: Record<string, string> }>
  /** Addresses to show the files by, for a while; a file that is gone has none. One request for 50 of them. */
  urlsOf(fileIds: readonly string[]): Promise<Map<string, string>>
  /**
   * Moves files, to where only the server writes or back, and answers by the new path how each went; nothing at a new place is written
   * over. One request for all.
   */
  move(moves: readonly { from: string; to: string }[]): Promise<Map<string, MoveOutcome>>
  /** The bytes, null when the file is not there, or one byte more than `bytesMax` of a longer one. Throws when storage does not answer. */
  read(url: string, bytesMax: number): Promise<Uint8Array | null>
  /** Writes a file under a path, in place of what was there; answers its id. */
  write(path: string, bytes: Uint8Array): Promise<string>
  remove(fileIds: readonly string[]): Promise<void>
}

/** What a handler may use. No clock, no randomness and no SDK beside it: a test owns all three through here. */
export interface QueryContext {
  readonly actor: Actor
  /** Epoch milliseconds at which the call began. */
  readonly now: number
  readonly store: ReadStore
  readonly files: FilePort
  /** Ids of the account's message templates, by our key; absent where the account has none. */
  readonly templateIds?: Readonly<Partial<Record<TemplateKey, string>>>
  /** The public address of the `web` function, without a slash at its end; absent where the account has none. */
  readonly webAddress?: string
  /** The map of the actor's community. */
  readonly directory: () => Promise<Directory>
}

export interface CommandContext<C extends Contract = Contract> extends QueryContext {
  /** An id that the same request makes again when it is repeated. */
  readonly newId: (prefix: string) => string
  /** A fresh secret of 128 bits that nobody can guess, for codes made from it; another at every call. */
  readonly newSecret: () => string
  /**
   * Writes all or nothing, and keeps the answer under the request id in the same transaction; so what the body returns is
   * what the handler answers. A refusal returned by the body writes nothing. The body may run again, so it must have no
   * effects outside.
   */
  readonly transact: (body: (tx: Transaction) => Promise<Answer<C>>) => Promise<Answer<C>>
  /**
   * Writes what stays whatever the call is answered, by itself and at once: that somebody tried. The body may run again, and a call
   * that is repeated notes it again.
   */
  readonly note: <T>(body: (tx: Transaction) => Promise<T>) => Promise<T>
}

/** What a handler answers: the declared output, or a refusal the contract declares. */
export type Answer<C extends Contract> = ReturnedOf<C> | Refusal<RefusalOf<C>>

/** Carries out one capability. Only commands get a transaction. */
export type Handler<C extends Contract> = (
  input: ParsedInputOf<C>,
  context: C['kind'] extends 'query' ? QueryContext : CommandContext<C>,
) => Promise<Answer<C>>

/** The contracts of a domain, each with the one handler that carries it out, or the product does not compile. */
export interface Domain<D> {
  readonly contracts: D
  readonly handlers: { readonly [K in keyof D]: D[K] extends Contract ? Handler<D[K]> : never }
}

/** Every domain, loaded when it is first called. */
export type Registry = { readonly [D in keyof Contracts]: () => Promise<{ readonly domain: Domain<Contracts[D]> }> }
