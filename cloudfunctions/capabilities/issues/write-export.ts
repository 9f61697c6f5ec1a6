import type { DeskFilter } from '@/shared/contracts/issues/desk-shapes'
import { exportHeads, exportRow } from '@/shared/domain/issues/export-columns'
import { exportedMax, type Export } from '@/shared/domain/issues/export-record'
import type { Issue } from '@/shared/domain/issues/issue'
import type { IssueSettings } from '@/shared/domain/issues/settings'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import type { Actor } from '@/shared/kernel/actor'
import type { FilePort } from '../../runtime/handler'
import { writeSpreadsheet } from '../../runtime/write-spreadsheet'
import { afterRow } from '../../store/paging'
import type { ReadStore, Where } from '../../store/store'
import { deskWhere, orderOf } from './desk-where'

/** CloudBase gives no more rows in one answer. */
const rowsAtOnce = 1000

interface Ground {
  store: ReadStore
  files: FilePort
  actor: Actor
  now: number
  settings: IssueSettings
}

/** Everything a condition finds, in the order of its list, by key and not by offset; as much as an export holds. */
const readAll = async (where: Where, filter: DeskFilter, store: ReadStore): Promise<Issue[]> => {
  const { field, direction, keyOf } = orderOf(filter)
  const all: Issue[] = []
  for (;;) {
    const last = all.at(-1)
    const found = await store.issues.list({
      ...afterRow(where, last ? { key: keyOf(last), id: last._id } : null, field, direction),
      limit: rowsAtOnce,
    })
    all.push(...found)
    if (found.length < rowsAtOnce || all.length >= exportedMax) return all.slice(0, exportedMax)
  }
}

/**
 * Writes the file of an export and answers the export as it then stands; null for whoever has no desk any more. The file's path follows
 * from the id, so that writing it again replaces it.
 */
export const writeExport = async (
  asked: Export,
  { store, files, actor, now, settings }: Ground,
): Promise<Export | null> => {
  const { filter } = asked
  const where = filter && deskWhere(filter, actor, now, settings)
  if (!where) return null
  const issues = (await readAll(where, filter, store)).filter((issue) => canSeeIssue(issue, actor))
  const bytes = await writeSpreadsheet(asked.format, '事项', [exportHeads, ...issues.map(exportRow)])
  const fileId = await files.write(`exports/${asked.communityId}/${asked._id}.${asked.format}`, bytes)
  return { ...asked, state: 'ready', total: issues.length, fileId }
}
