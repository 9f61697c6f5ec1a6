/** What a model keeps, by collection. */
export type Kept = Readonly<Record<string, { readonly _id: string }>>

/** Thrown where CloudBase answers DATABASE_TRANSACTION_CONFLICT; the transaction is over. */
export class Conflict extends Error {}

/** One document's change in a commit; its collection says what it is. */
export type Change<K extends Kept> = {
  [N in keyof K & string]: { readonly name: N; readonly before: K[N] | null; readonly after: K[N] }
}[keyof K & string]

interface Version {
  readonly commit: number
  readonly document: { readonly _id: string }
}

/**
 * Documents with the promises transactions go by, and nothing else of a database: reads see the commit that was last when the transaction
 * first touched anything, and its own writes; a write locks its document at once; a document locked by another, or changed since, ends the
 * transaction; a commit is all or nothing. `isBlind` breaks the third promise, so that a test can see it missed.
 */
export class ModelStore<K extends Kept> {
  private readonly versions = new Map<string, Version[]>()
  private readonly owners = new Map<string, ModelTransaction<K>>()
  private commits = 0

  constructor(
    private readonly onCommit: (changes: readonly Change<K>[]) => void,
    private readonly isBlind = false,
  ) {}

  begin(): ModelTransaction<K> {
    return new ModelTransaction(this)
  }

  /** The last commit, which a transaction that begins to look now goes by. */
  get lastCommit(): number {
    return this.commits
  }

  read(key: string, commit: number): { readonly _id: string } | null {
    const all = this.versions.get(key) ?? []
    for (let at = all.length - 1; at >= 0; at--) if (all[at]!.commit <= commit) return all[at]!.document
    return null
  }

  lock(key: string, owner: ModelTransaction<K>, snapshot: number): void {
    if (this.isBlind) return
    const other = this.owners.get(key)
    const changedAt = this.versions.get(key)?.at(-1)?.commit ?? 0
    if ((other && other !== owner) || changedAt > snapshot) throw new Conflict()
    this.owners.set(key, owner)
  }

  free(owner: ModelTransaction<K>, keys: Iterable<string>): void {
    for (const key of keys) if (this.owners.get(key) === owner) this.owners.delete(key)
  }

  commit(writes: ReadonlyMap<string, { name: keyof K; document: K[keyof K] }>): void {
    const changes = [...writes].map(
      ([key, { name, document }]) => ({ name, before: this.read(key, this.commits), after: document }) as Change<K>,
    )
    this.commits++
    for (const [key, { document }] of writes) {
      const all = this.versions.get(key)
      if (all) all.push({ commit: this.commits, document })
      else this.versions.set(key, [{ commit: this.commits, document }])
    }
    this.onCommit(changes)
  }

  /** Everything of a collection as it is now. */
  all<N extends keyof K & string>(name: N): K[N][] {
    return [...this.versions].flatMap(([key, all]) =>
      key.startsWith(`${name}/`) ? [all.at(-1)!.document as K[N]] : [],
    )
  }
}

export class ModelTransaction<K extends Kept> {
  private readonly writes = new Map<string, { name: keyof K; document: K[keyof K] }>()
  private snapshot: number | null = null

  constructor(private readonly store: ModelStore<K>) {}

  get<N extends keyof K & string>(name: N, id: string): K[N] | null {
    const key = `${name}/${id}`
    this.snapshot ??= this.store.lastCommit
    return (this.writes.get(key)?.document ?? this.store.read(key, this.snapshot)) as K[N] | null
  }

  put<N extends keyof K & string>(name: N, document: K[N]): void {
    const key = `${name}/${document._id}`
    this.snapshot ??= this.store.lastCommit
    this.store.lock(key, this, this.snapshot)
    this.writes.set(key, { name, document })
  }

  create<N extends keyof K & string>(name: N, document: K[N]): void {
    this.put(name, document)
    if (this.store.read(`${name}/${document._id}`, this.store.lastCommit))
      throw new Error(`made twice: ${name}/${document._id}`)
  }

  commit(): void {
    this.store.commit(this.writes)
    this.drop()
  }

  /** Lets go of everything, nothing of it written. */
  drop(): void {
    this.store.free(this, this.writes.keys())
  }
}
