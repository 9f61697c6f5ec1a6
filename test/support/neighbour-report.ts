import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Libsql from 'libsql'
import { startProduct, type Product } from './product'
import { callsTo } from './simulate-backend'

/**
 * The product with one report of a neighbour in the building of `persona`, as it is once its words have passed the content check,
 * which answers from outside and so is written into the documents while nobody has them open.
 */
export const startWithNeighbourReport = async (
  persona: string,
  text: string,
): Promise<{ product: Product; issueId: string }> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grid-data-'))
  const first = await startProduct([], folder)
  const ask = async <T>(who: string, capability: string, input: object): Promise<T> => {
    const data = { capability, input, requestId: `neighbour-report-1` }
    return ((await callsTo(first.url, who)({ name: 'api', data })) as { data: T }).data
  }
  const { household } = await ask<{ household: { buildingId: string } }>(persona, 'session.getMe', {})
  const { id } = await ask<{ id: string }>('resident-grid-5', 'issues.reportIssue', {
    classCode: 'litter',
    text,
    place: { buildingId: household.buildingId },
  })
  await first.stop()
  const documents = new Libsql(path.join(folder, 'documents.db'))
  const passed = `json_set(doc, '$.textCheck', 'passed', '$.isPublic', json('true'))`
  documents.prepare(`UPDATE "c:issues" SET doc = ${passed} WHERE _id = ?`).run(id)
  documents.close()
  return { product: await startProduct([], folder), issueId: id }
}
