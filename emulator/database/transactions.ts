import { randomUUID } from 'node:crypto'
import { WireError } from '../errors'
import { nameOf, type Database, type Write } from './database'
import type { Table } from './table'

/** How long a transaction may live before it is rolled back, in real seconds, as in CloudBase. */
export const TRANSACTION_SECONDS = 30

interface Open {
  readonly id: string
  readonly expiry: NodeJS.Timeout
  readonly writes: Map<string, Write>
  /** The commit this transaction sees; fixed by its first read or write. */
  snapshot: number | null
}

interface Version {
  readonly sequence: number
  readonly before: string | null
}

/**
 * Transactions with snapshot isolation over single documents. Reads see the commit that was last when the
 * transaction first touched anything, plus its own writes. A write locks its document at once; a document
 * locked by another, or changed since the snapshot, is a conflict and ends the transaction.
 */
export class Transactions {
  private readonly open = new Map<string, Open>()
  private readonly owners = new Map<string, Open>()
  private readonly waiters = new Map<string, (() => void)[]>()
  private readonly history = new Map<string, Version[]>()

  constructor(
    private readonly database: Database,
    private readonly lifetimeMs: number,
  ) {
    database.onCommit = (sequence, writes) => this.keepHistory(sequence, writes)
  }

  begin(): string {
    const id = randomUUID()
    const expiry = setTimeout(() => this.end(id), this.lifetimeMs)
    expiry.unref()
    this.open.set(id, { id, expiry, writes: new Map(), snapshot: null })
    return id
  }

  /** The text of a document as this transaction sees it. */
  read(id: string, table: Table, key: string): string | null {
    return this.see(this.transaction(id), table, key)
  }

  /**
   * Writes within the transaction; `before` is what the transaction read. Nobody changed that since its snapshot, or this
   * would be a conflict, so it is what is stored, too. Throws DATABASE_TRANSACTION_CONFLICT or DATABASE_DUPLICATE_WRITE, and is
   * then over.
   */
  write(id: string, write: Write): void {
    const transaction = this.transaction(id)
    const snapshot = this.snapshotOf(transaction)
    const name = nameOf(write.table, write.key)
    const owner = this.owners.get(name)
    const changedSince = this.history.get(name)?.some((version) => version.sequence > snapshot)
    if ((owner && owner !== transaction) || changedSince) this.fail(transaction, conflict())
    this.owners.set(name, transaction)
    const first = transaction.writes.get(name)
    transaction.writes.set(name, first ? { ...write, before: first.before } : write)
    if (write.table.hasUniqueIndex && write.after !== null) this.checkUnique(transaction)
  }

  /** Puts everything on disk at once. Throws DATABASE_DUPLICATE_WRITE if a unique index says no by now. */
  commit(id: string): void {
    const transaction = this.transaction(id)
    try {
      this.database.apply(effective(transaction))
    } finally {
      this.end(id)
    }
  }

  /** Rolls back. A transaction that is already over stays over. */
  abort(id: string): void {
    this.end(id)
  }

  /** Whether a document is being written by a transaction. */
  isLocked(table: Table, key: string): boolean {
    return this.owners.has(nameOf(table, key))
  }

  /** Resolves when the document's transaction is over. */
  released(table: Table, key: string): Promise<void> {
    const name = nameOf(table, key)
    if (!this.owners.has(name)) return Promise.resolve()
    return new Promise((resolve) => this.waiters.set(name, [...(this.waiters.get(name) ?? []), resolve]))
  }

  /** Rolls back everything, for closing and for emptying the database. */
  abortAll(): void {
    for (const id of [...this.open.keys()]) this.end(id)
  }

  private transaction(id: string): Open {
    const transaction = this.open.get(id)
    if (!transaction)
      throw new WireError('DATABASE_TRANSACTION_FAIL', 'the transaction is over: committed, rolled back or past 30 s')
    return transaction
  }

  private snapshotOf(transaction: Open): number {
    return (transaction.snapshot ??= this.database.lastCommit)
  }

  private see(transaction: Open, table: Table, key: string): string | null {
    const snapshot = this.snapshotOf(transaction)
    const name = nameOf(table, key)
    const own = transaction.writes.get(name)
    if (own) return own.after
    const overwritten = this.history.get(name)?.find((version) => version.sequence > snapshot)
    return overwritten ? overwritten.before : (table.read(key) ?? null)
  }

  private checkUnique(transaction: Open): void {
    try {
      this.database.rehearse(effective(transaction))
    } catch (error) {
      this.fail(transaction, error)
    }
  }

  private fail(transaction: Open, error: unknown): never {
    this.end(transaction.id)
    throw error
  }

  private end(id: string): void {
    const transaction = this.open.get(id)
    if (!transaction) return
    clearTimeout(transaction.expiry)
    this.open.delete(id)
    for (const name of transaction.writes.keys()) this.owners.delete(name)
    for (const name of transaction.writes.keys()) {
      const waiting = this.waiters.get(name) ?? []
      this.waiters.delete(name)
      waiting.forEach((resolve) => resolve())
    }
    this.forgetHistory()
  }

  private keepHistory(sequence: number, writes: readonly Write[]): void {
    if (this.open.size === 0) return
    for (const { table, key, before } of writes) {
      const name = nameOf(table, key)
      this.history.set(name, [...(this.history.get(name) ?? []), { sequence, before }])
    }
  }

  private forgetHistory(): void {
    const oldest = Math.min(...[...this.open.values()].map(({ snapshot }) => snapshot ?? Infinity))
    if (oldest === Infinity) return this.history.clear()
    for (const [name, versions] of this.history) {
      const needed = versions.filter((version) => version.sequence > oldest)
      if (needed.length === 0) this.history.delete(name)
      else if (needed.length < versions.length) this.history.set(name, needed)
    }
  }
}

const effective = (transaction: Open): Write[] =>
  [...transaction.writes.values()].filter(({ before, after }) => before !== null || after !== null)

const conflict = (): WireError =>
  new WireError('DATABASE_TRANSACTION_CONFLICT', 'write conflict: another transaction has this document')
