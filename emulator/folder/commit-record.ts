import { closeSync, constants, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'

const DIGITS = 16

/**
 * The number of the last acknowledged commit, in a small file of its own. It is written after the commit is on the disk and
 * not forced there itself: it may lag after a power cut, and is never ahead of what was safely stored.
 */
export class CommitRecord {
  /** The number found when the file was opened; 0 where there is none that can be read. */
  readonly noted: number
  private readonly file: number
  private readonly digits = Buffer.alloc(DIGITS)

  constructor(path: string) {
    this.file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    const text = readFileSync(path, 'utf8')
    this.noted = /^\d{16}$/.test(text) ? Number(text) : 0
    if (fstatSync(this.file).size > DIGITS) ftruncateSync(this.file, DIGITS)
  }

  note(commits: number): void {
    try {
      this.digits.write(String(commits).padStart(DIGITS, '0'), 'latin1')
      writeSync(this.file, this.digits, 0, DIGITS, 0)
    } catch {
      // A disk without a byte left: the record lags until the next commit, which is allowed.
    }
  }

  close(): void {
    closeSync(this.file)
  }
}
