import type { Condition, ListQuery } from '@cloud/store/store'
import { listWhole, listWholeIn, partsOf } from '@cloud/store/whole'

interface Row {
  readonly _id: string
  readonly buildingId: string
}

const rows: Row[] = Array.from({ length: 2500 }, (_, at) => ({
  _id: `row-${String(at).padStart(4, '0')}`,
  buildingId: `building-${at % 1200}`,
}))

const valuesOf = (condition: Condition | undefined): readonly unknown[] | null =>
  typeof condition === 'object' && condition !== null && 'in' in condition ? condition.in : null

/** A collection that answers as CloudBase does, a thousand rows at most, and remembers how many values it was asked for at once. */
const collection = () => {
  const asked: number[] = []
  const list = ({ where, limit = 100 }: ListQuery): Promise<Row[]> => {
    const { _id, buildingId } = where
    const [ids, buildings] = [valuesOf(_id), valuesOf(buildingId)]
    asked.push((ids ?? buildings ?? []).length)
    const after = typeof _id === 'object' && _id !== null && 'after' in _id ? String(_id.after) : ''
    const found = rows.filter(
      (row) => row._id > after && (ids?.includes(row._id) ?? true) && (buildings?.includes(row.buildingId) ?? true),
    )
    return Promise.resolve(found.slice(0, Math.min(limit, 1000)))
  }
  return { asked, list }
}

test('everything is read, each row once, however many pages it is', async () => {
  expect(await listWhole(collection(), {})).toEqual(rows)
})

test.each(['_id', 'buildingId'] as const)(
  'no question for many values of %s holds more than 500 of them',
  async (field) => {
    const of = collection()
    const values = rows.map((row) => row[field])
    const found = await listWholeIn(of, field, [...values, ...values])
    expect(found.map(({ _id }) => _id).sort()).toEqual(rows.map(({ _id }) => _id))
    expect(Math.max(...of.asked)).toBe(500)
  },
)

test('no values are no question', async () => {
  const of = collection()
  expect(await listWholeIn(of, '_id', [])).toEqual([])
  expect([of.asked, partsOf([])]).toEqual([[], []])
})
