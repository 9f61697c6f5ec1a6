import { withBuilding } from '@/shared/domain/projects/funding'
import { projectSteps } from '@/shared/kernel/projects'
import { toInstant } from '@/shared/kernel/time'
import { openTestCloud, type TestCloud } from '../support/cloud'
import { tellP95, timed } from '../support/timing'
import { aCall, desk, member, treasurer } from '../capabilities/projects/story'

/** The largest self-funding there is: so many buildings as one may have, twenty thousand households, each with somebody in the app. */
const buildings = 40
const perBuilding = 500
const proposals = 2000
const calls = 100
const readMaxMs = 200

const fill = (world: TestCloud): string[] => {
  const [like] = world.documents('buildings')
  const [home] = world.documents('households')
  const person = world.documents('persons').find(({ _id }) => _id === member)!
  const many = Array.from({ length: buildings }, (_, at) => {
    const _id = `big-${at + 1}`
    const units = [1, 2, 3, 4].map((unit) => ({ id: `${_id}-${unit}`, name: `${unit}单元` }))
    return { ...like!, _id, name: `${at + 1}号楼`, order: 1000 + at, units }
  })
  const homes = many.flatMap(({ _id: buildingId, units }) =>
    Array.from({ length: perBuilding }, (_, at) => ({
      ...home!,
      _id: `${buildingId}-h${at + 1}`,
      buildingId,
      unitId: units[at % units.length]!.id,
      name: `${at + 101}`,
      order: at,
      areaSquareMeters: 60 + (at % 40),
    })),
  )
  world.cloud.insertDocuments('buildings', many)
  world.cloud.insertDocuments('households', homes)
  world.cloud.insertDocuments(
    'persons',
    homes.map(({ _id }, at) => ({ ...person, _id: `person-${_id}`, name: `住户${at % 5000}`, householdId: _id })),
  )
  return many.map(({ _id }) => _id)
}

/** A call that many answered, at every step of the funnel. */
const propose = async (world: TestCloud): Promise<string> => {
  const call = await world.ask(desk, 'projects.setCall', aCall)
  const { id } = await world.ask(member, 'projects.proposeProject', {
    callId: call.id,
    unitId: call.units[0]!.id,
    title: '装长椅',
    text: '东门口老人等车没处坐',
  })
  const like = world.documents('projects').find(({ _id }) => _id === id)!
  const copies = Array.from({ length: proposals }, (_, at) => {
    const reached = projectSteps[at % projectSteps.length]!
    const unit = call.units[at % call.units.length]!
    const isPublic = reached !== 'proposed'
    const updatedAt = toInstant(world.clock.now - at * 60_000)
    return {
      ...like,
      _id: `copy-${at}`,
      unitId: unit.id,
      unitName: unit.name,
      reached,
      state: reached,
      isPublic,
      updatedAt,
    }
  })
  world.cloud.insertDocuments('projects', copies)
  return call.id
}

/** A project with its self-funding of all those households still a draft. */
const draft = async (world: TestCloud, buildingIds: string[]): Promise<{ projectId: string; drafting: number }> => {
  const { id: projectId } = await world.ask(desk, 'projects.proposeProject', { title: '换管道', text: '全小区换管道' })
  const totalFen = 500_000_000
  const step = { id: projectId, sentence: '同意' }
  await world.ask(desk, 'projects.moveProject', { ...step, move: 'screen' })
  await world.ask(desk, 'projects.moveProject', {
    ...step,
    move: 'deliberate',
    ownerId: 'worker-grid-8',
    until: '2027-03-31',
  })
  await world.ask(desk, 'projects.setBudget', {
    id: projectId,
    lines: [{ name: '管道', source: 'selfFunding', plannedFen: totalFen, finalFen: null }],
  })
  const asked = { projectId, rule: 'area', totalFen, buildingIds, treasurerId: treasurer } as const
  const [drafting] = await timed(() => world.ask(desk, 'projects.setFunding', asked))
  return { projectId, drafting }
}

/** Every household pays its share with a slip, written aside as a call writes it. */
const payAll = async (world: TestCloud): Promise<void> => {
  const { store } = world.runtime
  for (const building of world.documents('buildingShares')) {
    const shares = building.shares.map((one) => ({ ...one, paidFen: one.plannedFen }))
    const paid = { ...building, shares, paidFen: building.plannedFen }
    await store.transact(async (tx) => {
      const funding = await tx.fundings.get(building.fundingId)
      await tx.fundings.put(withBuilding(funding!, paid))
      await tx.buildingShares.put(paid)
    })
    const { communityId, fundingId, buildingId } = building
    world.cloud.insertDocuments(
      'payments',
      shares.map(({ householdId, plannedFen }, at) => ({
        _id: `payment-${householdId}`,
        communityId,
        fundingId,
        buildingId,
        householdId,
        kind: 'paid',
        fen: plannedFen,
        slipNumber: `slip ${householdId}`,
        fileId: null,
        slipIds: [`slip-${householdId}`],
        paidOn: '2026-11-25',
        reason: null,
        voided: null,
        at: toInstant(world.clock.now - at * 1000),
      })),
    )
  }
}

/** What is asked again and again of a project, and the long steps of its self-funding, at twenty thousand households. */
export const run = async (): Promise<void> => {
  const world = await openTestCloud()
  const buildingIds = fill(world)
  const callId = await propose(world)
  const { projectId, drafting } = await draft(world, buildingIds)
  console.log(`sharing out to 20,000 households: ${(drafting / 1000).toFixed(2)} s`)
  const [opening] = await timed(() => world.ask(treasurer, 'projects.openFunding', { projectId }))
  console.log(`opening it: ${(opening / 1000).toFixed(2)} s`)
  await payAll(world)
  const householdId = `${buildingIds[20]!}-h77`
  await world.runtime.store.persons.updateWhere({ _id: member }, { householdId })
  const { slips } = await world.ask(treasurer, 'projects.getFunding', { projectId })
  console.log(`${slips.count} slips, equal to the shares: ${slips.isEqual}`)
  const reads = {
    'getProject, a member': () => world.ask(member, 'projects.getProject', { id: projectId }),
    'getProject, the desk': () => world.ask(desk, 'projects.getProject', { id: projectId }),
    [`getFunnel of ${proposals}`]: () => world.ask(member, 'projects.getFunnel', { callId }),
    listCandidates: () => world.ask(desk, 'projects.listCandidates', { name: '住户77' }),
    'listProjects, the desk': () => world.ask(desk, 'projects.listProjects', { part: 'desk' }),
    findSimilarProjects: () => world.ask(member, 'projects.findSimilarProjects', { typed: '东门口装长椅' }),
    getMyShare: () => world.ask(member, 'projects.getMyShare', { projectId }),
    'getFunding, the treasurer': () => world.ask(treasurer, 'projects.getFunding', { projectId }),
    'listShares of 500 doors': () =>
      world.ask(treasurer, 'projects.listShares', { projectId, buildingId: buildingIds[20]! }),
    listPayments: () => world.ask(treasurer, 'projects.listPayments', { projectId }),
  }
  for (const [name, read] of Object.entries(reads)) await tellP95(name, { calls, maxMs: readMaxMs }, read)
  for (const part of ['shares', 'payments'] as const) {
    const [ms, table] = await timed(() => world.ask(treasurer, 'projects.exportShares', { projectId, part }))
    console.log(
      `export of ${table.rows} ${part}: ${(ms / 1000).toFixed(2)} s, ${Math.round(table.text.length / 1024)} KB`,
    )
  }
  await world.close()
}
