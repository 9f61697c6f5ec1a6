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

/** The same for many values of one field, asked some hundred at a time; each once, and nothing for none. */
export const listWholeIn = async <T extends { _id: string }>(
  collection: Listed<T>,
  field: string,
  values: readonly string[],
  where: Where = {},
): Promise<T[]> => {
  const asked = [...new Set(values)]
  const rows: T[] = []
  for (let at = 0; at < asked.length; at += valuesAtOnce) {
    const some = { in: asked.slice(at, at + valuesAtOnce) }
    rows.push(
      ...(field === '_id'
        ? await collection.list({ where: { ...where, _id: some }, limit: rowsAtOnce })
        : await listWhole(collection, { ...where, [field]: some })),
    )
  }
  return rows
}
