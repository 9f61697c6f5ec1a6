import { storedText, type Document } from './ejson'
import { fieldsOf, someAt } from './paths'
import { DuplicateError, type Sql } from './sql'

/** A unique index: its name and its paths. */
export interface UniqueSpec {
  readonly name: string
  readonly paths: readonly string[]
}

/**
 * What unique indexes hold, as MongoDB keeps it: an entry for every element of an array, so that two documents may
 * not share one; a gap counts as null. Entries are texts of values, so 1, true and "1" stay three.
 */
export class UniqueEntries {
  constructor(
    private readonly sql: Sql,
    private readonly collection: string,
    private readonly specs: readonly UniqueSpec[],
  ) {}

  /** Fills the entries anew if the declared indexes are others than last time. Throws {@link DuplicateError}. */
  prepare(documents: () => Iterable<readonly [key: string, document: Document]>): void {
    this.sql.exec(`CREATE TABLE IF NOT EXISTS uniques (collection TEXT PRIMARY KEY, declared TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS unique_entries (collection TEXT, name TEXT, entry TEXT, key TEXT NOT NULL,
        PRIMARY KEY (collection, name, entry)) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS unique_entries_key ON unique_entries (collection, key);`)
    const declared = JSON.stringify(this.specs)
    const [known = '[]'] = (this.sql.get('SELECT declared FROM uniques WHERE collection = ?', [this.collection]) ??
      []) as string[]
    if (known === declared) return
    this.clear()
    for (const [key, document] of documents()) this.put(key, document)
    this.sql.run('INSERT OR REPLACE INTO uniques (collection, declared) VALUES (?, ?)', [this.collection, declared])
  }

  /** Takes a document's entries in the place of those it had. Throws {@link DuplicateError} naming the index. */
  put(key: string, document: Document): void {
    if (this.specs.length === 0) return
    this.drop(key)
    for (const { name, paths } of this.specs) for (const entry of entriesOf(document, paths)) this.add(name, entry, key)
  }

  drop(key: string): void {
    if (this.specs.length === 0) return
    this.sql.run('DELETE FROM unique_entries WHERE collection = ? AND key = ?', [this.collection, key])
  }

  clear(): void {
    this.sql.run('DELETE FROM unique_entries WHERE collection = ?', [this.collection])
  }

  private add(name: string, entry: string, key: string): void {
    const taken = this.sql.get('SELECT key FROM unique_entries WHERE collection = ? AND name = ? AND entry = ?', [
      this.collection,
      name,
      entry,
    ])
    if (taken) throw new DuplicateError(name)
    this.sql.run('INSERT INTO unique_entries (collection, name, entry, key) VALUES (?, ?, ?, ?)', [
      this.collection,
      name,
      entry,
      key,
    ])
  }
}

const EMPTY_ARRAY = '[]'

const partsOf = (document: Document, path: string): string[] => {
  const found = new Set<string>()
  someAt(document, fieldsOf(path), 0, 'elements', (value) => {
    found.add(storedText([value ?? null]))
    return false
  })
  return found.size ? [...found] : [EMPTY_ARRAY]
}

const entriesOf = (document: Document, paths: readonly string[]): string[] =>
  paths.reduce<string[]>(
    (entries, path) => {
      const parts = partsOf(document, path)
      return entries.flatMap((entry) => parts.map((part) => entry + part))
    },
    [''],
  )
