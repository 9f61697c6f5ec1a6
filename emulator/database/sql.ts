import Libsql from 'libsql'

/** What SQL takes as a bound value. */
export type Param = string | number | null

/** A failed uniqueness: which index refused, `_id` for the primary key. */
export class DuplicateError extends Error {
  constructor(readonly index: string) {
    super(`duplicate key in ${index}`)
  }
}

const STATEMENTS_KEPT = 500
/** Pages in the log before it is folded into the file: 16 MB, so that a commit seldom waits for more than its own pages. */
const LOG_PAGES = 4000

const duplicateOf = (error: unknown): DuplicateError | undefined => {
  const { code, message = '' } = error as { code?: string; message?: string }
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return new DuplicateError('_id')
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return new DuplicateError(/index '(.*)'/.exec(message)?.[1] ?? '_id')
  return undefined
}

/**
 * One embedded SQL database, spoken to synchronously: between two awaits of the caller nothing else runs,
 * which is what makes every plain operation atomic. Statements are prepared once.
 */
export class Sql {
  private readonly database: Libsql.Database
  private readonly statements = new Map<string, Libsql.Statement>()
  private depth = 0

  /** `path` is a file, or `:memory:`. A file is in WAL mode and every commit reaches the disk before it returns. */
  constructor(path: string) {
    this.database = new Libsql(path)
    if (path !== ':memory:')
      this.database.exec(
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${LOG_PAGES};`,
      )
    this.database.exec('PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;')
  }

  exec(sql: string): void {
    this.database.exec(sql)
  }

  /** Rows as arrays of columns. */
  all(sql: string, params: readonly Param[] = []): unknown[][] {
    return this.prepare(sql).all([...params]) as unknown[][]
  }

  get(sql: string, params: readonly Param[] = []): unknown[] | undefined {
    return this.prepare(sql).get([...params]) as unknown[] | undefined
  }

  /** Rows changed. Throws {@link DuplicateError} when a unique index says no. */
  run(sql: string, params: readonly Param[] = []): number {
    try {
      return this.prepare(sql).run([...params]).changes
    } catch (error) {
      throw duplicateOf(error) ?? error
    }
  }

  /** Everything `work` writes is there, or nothing is; may be nested. */
  transact<T>(work: () => T): T {
    if (this.depth > 0) return work()
    this.step('BEGIN IMMEDIATE')
    this.depth++
    try {
      const result = work()
      this.step('COMMIT')
      return result
    } catch (error) {
      this.database.exec('ROLLBACK')
      throw error
    } finally {
      this.depth--
    }
  }

  /** A statement without rows or parameters, prepared once: begins and ends every transaction. */
  protected step(sql: string): void {
    this.prepare(sql).run([])
  }

  /** Forgets prepared statements; needed after indexes or tables changed. */
  forgetStatements(): void {
    this.statements.clear()
  }

  /** Folds the log into the file first, so that the file alone is the whole database. */
  close(): void {
    this.statements.clear()
    try {
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      this.database.close()
    }
  }

  private prepare(sql: string): Libsql.Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.database.prepare(sql)
    if (statement.reader) statement.raw(true)
    if (this.statements.size >= STATEMENTS_KEPT) this.statements.clear()
    this.statements.set(sql, statement)
    return statement
  }
}
