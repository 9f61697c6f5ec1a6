import type * as z from 'zod'

export type Index = { name: string; fields: readonly (readonly [string, 1 | -1])[]; unique?: boolean }

/**
 * How long documents live. `days`: that long after the instant in `since`, then a job deletes them; a null there keeps a document.
 * `daysAfter`: that long after an event of what they belong to, which a job follows there.
 * A collection without a term is never swept: its documents live as long as the community, or end in the way that is named.
 */
export type Retention =
  | { readonly days: number; readonly since: string }
  | { readonly daysAfter: number; readonly event: string }
  | { readonly neverSwept: string }

/** What is said of one collection. */
export interface Declared<T> {
  /** Loaded when a document is first written: reading needs no schema, and a cold instance does not wait for all of them. */
  schema: () => Promise<z.ZodType<T>>
  indexes: readonly Index[]
  retention: Retention
}

/** A collection as it is declared: its shape, how long its documents live, its indexes. */
export const declare = <T>(
  schema: () => Promise<z.ZodType<T>>,
  retention: Retention,
  indexes: readonly Index[] = [],
): Declared<T> => ({
  schema,
  indexes,
  retention,
})

/**
 * An index over fields, named by them, whose last fields are the order of a list: what is asked for by one value comes before, so that a
 * page is read where it stands and nothing is sorted. Lists order rows of one instant by id, and so do their indexes.
 */
export const by = (...fields: [string, 1 | -1][]): Index => ({
  name: fields.map(([field]) => field.replaceAll('.', '_')).join('_'),
  fields,
})

/**
 * The same, with what its lists are narrowed by at its end, so that what does not match is passed over, and what does is counted, without
 * a look at the document.
 */
export const narrowed =
  (name: string, narrowedBy: readonly string[]) =>
  (...fields: [string, 1 | -1][]): Index => {
    const more = narrowedBy.filter((field) => fields.every(([known]) => known !== field))
    return { name: `${by(...fields).name}_${name}`, fields: [...fields, ...more.map((field) => [field, 1] as const)] }
  }
