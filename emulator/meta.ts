import type { Sql } from './database/sql'

/** Small facts of a cloud that outlive its process: the moved clock, the secret of its tokens. */
export class Meta {
  constructor(private readonly sql: Sql) {
    sql.exec('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)')
  }

  get(name: string): string | undefined {
    return this.sql.get('SELECT value FROM meta WHERE name = ?', [name])?.[0] as string | undefined
  }

  set(name: string, value: string): void {
    this.sql.run('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)', [name, value])
  }

  /** The stored value, or a new one that is stored from now on. */
  ensure(name: string, create: () => string): string {
    const known = this.get(name)
    if (known !== undefined) return known
    const created = create()
    this.set(name, created)
    return created
  }
}
