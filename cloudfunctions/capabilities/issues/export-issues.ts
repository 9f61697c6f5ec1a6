import type { issues } from '@/shared/contracts/issues'
import type { DeskFilter } from '@/shared/contracts/issues/desk-shapes'
import { atOnceMax, exportedMax, exportView, type Export } from '@/shared/domain/issues/export-record'
import { refuse } from '@/shared/kernel/decision'
import { deskPartNames } from '@/shared/kernel/desk-parts'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { deskWhere } from './desk-where'
import { writeExport } from './write-export'

const nameOf = ({ part, from, to }: DeskFilter, now: number): string =>
  part ? `${deskPartNames[part]}-${dayOf(now)}` : `事项台账-${from}至${to}`

/** The table of what the desk looks at: written now where it is short, by a job where it is long. */
export const exportIssues: Handler<typeof issues.exportIssues> = async ({ filter, format }, context) => {
  const { actor, now, store, newId, transact, directory } = context
  const { settings } = (await directory()).rules
  const where = deskWhere(filter, actor, now, settings)
  if (!where) return refuse('FORBIDDEN')
  const total = await store.issues.count(where)
  if (total === 0) return refuse('EXPORT_EMPTY')
  if (total > exportedMax) return refuse('EXPORT_TOO_MANY')
  const asked: Export = {
    _id: newId('export'),
    communityId: actor.communityId,
    personId: actor.personId,
    filter,
    format,
    state: 'waiting',
    name: `${nameOf(filter, now)}.${format}`,
    total,
    fileId: null,
    tries: 0,
    createdAt: toInstant(now),
  }
  const made = total > atOnceMax ? asked : ((await writeExport(asked, { ...context, settings })) ?? asked)
  return transact(async (tx) => {
    await tx.exports.put(made)
    return exportView(made)
  })
}
