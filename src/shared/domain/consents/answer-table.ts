import { answerNames, channelNames } from '../../kernel/consents'
import { neutralised } from '../issues/export-columns'
import { buildingLine, entryLine, headLine, householdLine, type HouseholdLine } from './export-log'
import { liveOf, nothingSaid, saidAfter, type Said } from './standing'

/** The heads of the table of answers. */
const answerHeads = ['楼栋', '户号（加盐）', '意见', '方式', '记录条数', '回执']

/**
 * The exported log as a table that a spreadsheet opens: one row a household, by its salted id, with the answer that counts. It says
 * nothing that the log does not, so no door, name, instant or area.
 */
export const answerRows = (text: string): string[][] => {
  const [first = '', ...rest] = text.trimEnd().split('\n')
  const { rule } = headLine.parse(JSON.parse(first))
  const households: { building: string; line: HouseholdLine; said: Said }[] = []
  let building = ''
  for (const row of rest) {
    const line = JSON.parse(row) as { kind: string }
    if (line.kind === 'building') building = buildingLine.parse(line).name
    else if (line.kind === 'household')
      households.push({ building, line: householdLine.parse(line), said: nothingSaid })
    else if (line.kind !== 'end') {
      const last = households.at(-1)!
      last.said = saidAfter(last.said, entryLine.parse(line), rule)
    }
  }
  return [
    answerHeads,
    ...households.map(({ building: name, line: { pseudonym, sequence, head }, said }) => {
      const live = liveOf(said, rule)
      const words = live ? [answerNames[live.answer], channelNames[live.channel]] : ['没有意见', '']
      return [name, pseudonym, ...words, String(sequence), sequence > 0 ? head : ''].map(neutralised)
    }),
  ]
}
