import { Sql, type Param } from '../database/sql'
import { WireError } from '../errors'
import type { CommitRecord } from './commit-record'

/** Codes of a disk that takes no more: no space, a quota, or a limit on the size of files. */
const isDiskFault = (error: unknown): boolean => /^SQLITE_(FULL|IOERR)/.test(String((error as { code?: string }).code))

/**
 * A database in a file that counts its commits, each inside its own transaction, and notes the number beside the file once
 * the commit is on the disk. A log that was cut short later, by whatever, then shows as a number that is too small:
 * SQLite alone would forget the lost commits in silence.
 */
export class CountedSql extends Sql {
  private isInside = false
  private commits: number
  private isDiskTold = false

  constructor(
    path: string,
    private readonly record: CommitRecord,
    private readonly log: (line: string) => void,
  ) {
    super(path)
    this.exec('CREATE TABLE IF NOT EXISTS commits (one INTEGER PRIMARY KEY CHECK (one = 1), n INTEGER NOT NULL)')
    super.run('INSERT OR IGNORE INTO commits (one, n) VALUES (1, 0)')
    this.commits = Number(this.get('SELECT n FROM commits')?.[0])
  }

  override run(sql: string, params: readonly Param[] = []): number {
    return this.isInside ? super.run(sql, params) : this.transact(() => super.run(sql, params))
  }

  /** Throws DATABASE_REQUEST_FAILED when the disk takes no more; nothing of the work is there then. */
  override transact<T>(work: () => T): T {
    if (this.isInside) return work()
    try {
      this.step('BEGIN IMMEDIATE')
      this.isInside = true
      const result = work()
      super.run('UPDATE commits SET n = n + 1')
      this.step('COMMIT')
      this.record.note(++this.commits)
      this.isDiskTold = false
      return result
    } catch (error) {
      this.rollBack()
      if (!isDiskFault(error)) throw error
      const sentence = '磁盘写不下了，这次写入没有保存；之前已确认的数据都在，腾出空间后可以继续。'
      if (!this.isDiskTold) this.log(sentence)
      this.isDiskTold = true
      throw new WireError('DATABASE_REQUEST_FAILED', sentence)
    } finally {
      this.isInside = false
    }
  }

  /** Where the disk is too full to fold the log into the file, the log stays and keeps everything. */
  override close(): void {
    try {
      super.close()
    } catch (error) {
      if (!isDiskFault(error)) throw error
    } finally {
      this.record.close()
    }
  }

  private rollBack(): void {
    try {
      this.exec('ROLLBACK')
    } catch {
      // SQLite has already rolled back by itself, as it does when the disk is full.
    }
  }
}
