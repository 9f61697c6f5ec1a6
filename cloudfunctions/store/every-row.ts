import type { Collection, Where } from './store'

/** CloudBase gives no more in one answer. */
const atOnce = 1000

/** Every row that matches, by id and not by offset, so that one that arrives meanwhile moves nothing. The condition names no id. */
export const everyRow = async <T extends { _id: string }>(
  { list }: Pick<Collection<T>, 'list'>,
  where: Where,
): Promise<T[]> => {
  const rows: T[] = []
  for (let after: string | undefined; ; after = rows.at(-1)!._id) {
    const found = await list({
      where: { ...where, ...(after === undefined ? {} : { _id: { after } }) },
      orderBy: [['_id', 'asc']],
      limit: atOnce,
    })
    rows.push(...found)
    if (found.length < atOnce) return rows
  }
}
