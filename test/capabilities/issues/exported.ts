import { readSpreadsheet } from '@cloud/runtime/spreadsheet'
import type { ContractOf } from '@/shared/contracts'
import { isRefusal } from '@/shared/kernel/decision'
import type { InputOf } from '@/shared/kernel/capability'
import type { TestCloud } from '../../support/cloud'

type Filter = InputOf<ContractOf<'issues.exportIssues'>>['filter']

/** The bytes of the newest export of a person. */
export const bytesOf = async (world: TestCloud, persona: string): Promise<Buffer> => {
  const { exports } = await world.ask(persona, 'issues.listExports', {})
  const answer = await fetch(exports[0]!.url!)
  expect(answer.ok).toBe(true)
  return Buffer.from(await answer.arrayBuffer())
}

/** The lines of a CSV export, its heads first, each as its cells; no cell of the sample holds a comma. */
export const linesOf = (bytes: Buffer): string[][] =>
  bytes
    .toString('utf8')
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(','))

/** Exports a filter and answers the rows of the file, without their heads. */
export const exportedRows = async (world: TestCloud, persona: string, filter: Filter): Promise<string[][]> => {
  await world.ask(persona, 'issues.exportIssues', { filter, format: 'csv' })
  return linesOf(await bytesOf(world, persona)).slice(1)
}

/** The rows of a workbook as this product's own reader finds them. */
export const sheetOf = async (bytes: Buffer) => {
  const sheet = await readSpreadsheet(new Uint8Array(bytes))
  if (isRefusal(sheet)) throw new Error(`not a workbook: ${sheet.refused}`)
  return sheet
}
