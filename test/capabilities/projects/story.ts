import type { ContractOf } from '@/shared/contracts'
import type { Project } from '@/shared/domain/projects/project'
import type { InputOf } from '@/shared/kernel/capability'
import { dayMs } from '@/shared/kernel/time'
import type { TestCloud } from '../../support/cloud'
import { jpeg } from '../../support/images'

export const desk = 'community-worker-1'
export const otherDesk = 'community-worker-2'
export const proposer = 'resident-grid-8'
export const owner = 'worker-grid-8'
export const treasurer = 'building-head-1'
/** Lives in 房石小区; see `memberHome`. */
export const member = 'resident-grid-8'
export const stranger = 'resident-grid-1'
export const foreigner = 'b-community-worker-1'

type Call = InputOf<ContractOf<'projects.setCall'>>

export const aCall: Call = {
  title: '明年专项经费项目',
  text: '说说身边想改的地方',
  from: '2026-11-20',
  to: '2026-12-20',
  fundFen: 50_000_000,
  partyGroupIds: ['group-1', 'group-4'],
  residentGroups: ['房石小区居民小组'],
}

/** A call that is open, and its first unit. */
export const callOf = async (world: TestCloud, changes: Partial<Call> = {}) =>
  world.ask(desk, 'projects.setCall', { ...aCall, ...changes })

export const projectOf = (world: TestCloud, id: string): Project =>
  world.documents('projects').find(({ _id }) => _id === id)!

/** When a project was last changed, as somebody about to change it has read. */
export const seenAt = (world: TestCloud, id: string): string => projectOf(world, id).updatedAt

/** A proposal in answer to a call. */
export const proposed = async (world: TestCloud, callId?: string, by = proposer): Promise<string> => {
  const said = { title: '房石小区南侧改造', text: '清掉堆了多年的垃圾，种上草' }
  const answer = callId ? { ...said, callId, unitId: 'group-4' } : said
  return (await world.ask(by, 'projects.proposeProject', answer)).id
}

export const move = (
  world: TestCloud,
  id: string,
  name: InputOf<ContractOf<'projects.moveProject'>>['move'],
  by = desk,
) =>
  world.ask(by, 'projects.moveProject', {
    id,
    move: name,
    sentence: '同意',
    ...(name === 'deliberate' ? { ownerId: owner, until: '2027-03-31' } : {}),
    ...(name === 'announce' ? { until: '2026-12-02' } : {}),
  })

export const lines = [
  { name: '清运和种草', source: 'specialFund', plannedFen: 3_000_000, finalFen: null },
  { name: '长椅', source: 'sponsor', plannedFen: 200_000, finalFen: null },
] as const

/** A project whose resolution is made and whose budget stands. */
export const deliberated = async (world: TestCloud, callId?: string): Promise<string> => {
  const id = await proposed(world, callId, callId ? proposer : desk)
  await move(world, id, 'screen')
  await move(world, id, 'deliberate')
  await world.ask(desk, 'projects.setBudget', { id, lines: [...lines] })
  return id
}

/** The same after its notice, approved; days pass. */
export const approved = async (world: TestCloud, callId?: string): Promise<string> => {
  const id = await deliberated(world, callId)
  await move(world, id, 'announce')
  world.clock.now += 8 * dayMs
  await move(world, id, 'approve')
  return id
}

export const fangshi = ['building-2-1', 'building-2-2']

/** Plans so much of the households in the budget. */
export const budgeted = (world: TestCloud, id: string, plannedFen = 50_000_000) =>
  world.ask(desk, 'projects.setBudget', {
    id,
    lines: [...lines, { name: '管道', source: 'selfFunding', plannedFen, finalFen: null }],
  })

/** A self-funding that is still a draft. */
export const drafted = async (
  world: TestCloud,
  changes: Partial<InputOf<ContractOf<'projects.setFunding'>>> = {},
): Promise<string> => {
  const projectId = await deliberated(world)
  const asked = { projectId, rule: 'area', totalFen: 50_000_000, buildingIds: fangshi, treasurerId: treasurer } as const
  const funding = { ...asked, ...changes }
  await budgeted(world, projectId, funding.totalFen)
  await world.ask(desk, 'projects.setFunding', funding)
  return projectId
}

/** The same, open for payment. */
export const opened = async (world: TestCloud): Promise<string> => {
  const projectId = await drafted(world)
  await world.ask(treasurer, 'projects.openFunding', { projectId })
  return projectId
}

/** Puts the member's home into a building of the self-funding and answers it. */
export const memberHome = async (world: TestCloud): Promise<string> => {
  const householdId = 'household-2-1-1-201'
  await world.runtime.store.persons.updateWhere({ _id: member }, { householdId })
  return householdId
}

export const photo = (world: TestCloud, by = treasurer, serial?: number): Promise<string> =>
  world.upload(by, jpeg(serial === undefined ? {} : { serial }))

let slips = 0
/** A payment of a household with a slip of its own. */
export const pay = async (world: TestCloud, projectId: string, householdId: string, fen = 100_000) => {
  slips += 1
  return world.ask(treasurer, 'projects.recordPayment', {
    projectId,
    householdId,
    kind: 'paid',
    fen,
    slipNumber: `slip ${slips}`,
    paidOn: '2026-11-25',
    fileId: await photo(world),
  })
}

/** The shares as a file: rows changed by hand. */
export const tableOf = async (
  world: TestCloud,
  projectId: string,
  change: (rows: string[][]) => string[][] = (rows) => rows,
) => {
  const { text } = await world.ask(treasurer, 'projects.exportShares', { projectId, part: 'shares' })
  const rows = text
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))
  const content = Buffer.from(
    change(rows)
      .map((row) => row.join(','))
      .join('\n'),
  ).toString('base64')
  return { projectId, fileName: '各户.csv', content }
}
