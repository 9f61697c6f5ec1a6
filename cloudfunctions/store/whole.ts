import type { Collection, Where } from './store'

/** How many rows one answer holds. */
const rowsAtOnce = 1000
/** How many values one question holds; the limit of CloudBase for them is not written down, so we stay well under its rows. */
const valuesAtOnce = 500

type Listed<T> = Pick<Collection<T>, 'list'>

/** Everything that matches, in the order of ids, read by key and not by offset; for what is known to stay within some thousands. */
export const listWhole = async <T extends { _id: string }>(collection: Listed<T>, where: Where): Promise<T[]> => {
  const rows: T[] = []
  for (let after = ''; ; after = rows.at(-1)!._id) {
    const found = await collection.list({
      where: { ...where, _id: { after } },
      orderBy: [['_id', 'asc']],
      limit: rowsAtOnce,
    })
    rows.push(...found)
    if (found.length < rowsAtOnce) return rows
  }
}

/** The different values, in parts that one question holds; none for no values. */
export const partsOf = (values: readonly string[]): string[][] => {
  const asked = [...new Set(values)]
  return Array.from({ length: Math.ceil(asked.length / valuesAtOnce) }, (_, part) =>
    asked.slice(part * valuesAtOnce, (part + 1) * valuesAtOnce),
  )
}

/** The same as `listWhole` for many values of one field, asked some hundred at a time; each once, and nothing for none. */
export const listWholeIn = async <T extends { _id: string }>(
  collection: Listed<T>,
  field: string,
  values: readonly string[],
  where: Where = {},
): Promise<T[]> => {
  const rows: T[] = []
  for (const part of partsOf(values)) {
    const some = { in: part }
    rows.push(
      ...(field === '_id'
        ? await collection.list({ where: { ...where, _id: some }, limit: rowsAtOnce })
        : await listWhole(collection, { ...where, [field]: some })),
    )
  }
  return rows
}
