import type { Rank, RankingChoice } from '@/shared/domain/activities/ranking'
import { rankRowsOf } from '../runtime/rank-rows'
import { batchSize, type Job, type JobContext } from './job'

/** More rows than a batch of people has. */
const rowsMax = 1000

const isSame = (known: Rank | undefined, row: Rank): boolean =>
  known !== undefined && (['shownAs', 'minutes', 'halfPoints'] as const).every((field) => known[field] === row[field])

/**
 * Writes one person's rows as they are now, unless they have changed their mind meanwhile: the choice is held while it is done, so that
 * whoever leaves the ranking is not put back by a run that began before.
 */
const writeRows = (choice: RankingChoice, known: readonly Rank[], rows: readonly Rank[], { store }: JobContext) =>
  store.transact(async (tx) => {
    const current = await tx.rankingChoices.get(choice._id)
    if (!current?.isListed || current.at !== choice.at) return
    await tx.rankingChoices.guard(choice._id)
    for (const row of known) if (!rows.some((one) => one._id === row._id)) await tx.rankings.remove(row._id)
    for (const row of rows) await tx.rankings.put(row)
  })

const foldSome = async (choices: readonly RankingChoice[], context: JobContext): Promise<number> => {
  const { store, now } = context
  const personIds = choices.map(({ personId }) => personId)
  const [persons, known] = await Promise.all([
    store.persons.list({ where: { _id: { in: personIds } }, limit: batchSize }),
    store.rankings.list({ where: { personId: { in: personIds } }, limit: rowsMax }),
  ])
  const names = new Map(persons.map(({ _id, name }) => [_id, name]))
  const people = choices.flatMap((choice) => {
    const name = names.get(choice.personId)
    return name === undefined ? [] : [{ choice, name }]
  })
  const rowsOf = await rankRowsOf(store, people, now)
  let done = 0
  for (const { choice } of people) {
    const own = known.filter(({ personId }) => personId === choice.personId)
    const rows = rowsOf.get(choice.personId) ?? []
    const isChanged =
      own.length !== rows.length ||
      rows.some(
        (row) =>
          !isSame(
            own.find(({ _id }) => _id === row._id),
            row,
          ),
      )
    if (!isChanged) continue
    await writeRows(choice, own, rows, context)
    done++
  }
  return done
}

/** Brings the rankings up to date for those who are on them, and takes away what lies behind. Of nobody else anything is reckoned. */
export const foldRankings: Job = async (context) => {
  let done = 0
  let after = ''
  for (;;) {
    const choices = await context.store.rankingChoices.list({
      where: { isListed: true, _id: { after } },
      orderBy: [['_id', 'asc']],
      limit: batchSize,
    })
    if (choices.length > 0) done += await foldSome(choices, context)
    const last = choices.at(-1)
    if (choices.length < batchSize || !last) return { done }
    after = last._id
  }
}
