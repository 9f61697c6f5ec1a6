import type { ContractOf } from '@/shared/contracts'
import type { Adoption } from '@/shared/domain/issues/adoption-record'
import type { InputOf } from '@/shared/kernel/capability'
import { report, stepOf } from '../world'
import type { TestCloud } from '../../support/cloud'

export const desk = 'community-worker-1'
export const adopter = 'resident-grid-6'
export const stranger = 'b-community-worker-1'

/** An adoption of the road’s green by a resident, weekly, for a month. */
export const wanted = (
  changes: Partial<InputOf<ContractOf<'issues.addAdoption'>>> = {},
): InputOf<ContractOf<'issues.addAdoption'>> => ({
  name: '王舍路南侧绿地',
  place: '王舍路南侧，陶埙苑门口',
  areaSquareMeters: 120,
  adopter: { kind: 'person', personId: adopter, isNamed: false },
  duty: { what: '捡拾垃圾', times: 1, everyDays: 7 },
  from: '2026-11-25',
  to: '2026-12-24',
  ...changes,
})

export const adopt = async (
  world: TestCloud,
  changes: Partial<InputOf<ContractOf<'issues.addAdoption'>>> = {},
): Promise<string> => (await world.ask(desk, 'issues.addAdoption', wanted(changes))).id

export const adoptionOf = (world: TestCloud, id: string): Adoption =>
  world.documents('adoptions').find(({ _id }) => _id === id)!

/** An issue that was dealt with and closed; answers its id. */
export const closedIssue = async (world: TestCloud): Promise<string> => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await stepOf(world, adopter, { id, move: 'confirm' })
  return id
}
