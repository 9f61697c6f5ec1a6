import type { Collection, Where } from './store'

/** CloudBase takes so many values in one question. */
const askedAtOnce = 500
const listedAtOnce = 1000

/** Many values in as many parts as a question takes each; none of no values. */
export const inParts = <T>(values: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(values.length / askedAtOnce) }, (_, at) =>
    values.slice(at * askedAtOnce, (at + 1) * askedAtOnce),
  )

/**
 * Every document in which a field has one of many values, however many values and however many documents: by parts, and each part to its
 * end by key. As many requests as there are parts and thousands, not as there are values.
 */
export const listIn = async <T extends { _id: string }>(
  collection: Pick<Collection<T>, 'list'>,
  where: Where,
  field: string,
  values: readonly string[],
): Promise<T[]> => {
  const all: T[] = []
  for (const some of inParts(values))
    for (let after = ''; ;) {
      const rest: Where = field === '_id' || after === '' ? {} : { _id: { after } }
      const found = await collection.list({
        where: { ...where, [field]: { in: some }, ...rest },
        orderBy: [['_id', 'asc']],
        limit: listedAtOnce,
      })
      all.push(...found)
      if (found.length < listedAtOnce) break
      after = found.at(-1)!._id
    }
  return all
}
