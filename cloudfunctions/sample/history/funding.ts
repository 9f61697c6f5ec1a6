import {
  fundingIdOf,
  openFunding,
  plainSlipNumber,
  withBuilding,
  withShares,
  type BuildingShares,
  type Funding,
  type Payment,
} from '@/shared/domain/projects/funding'
import { counted, withExemption } from '@/shared/domain/projects/payments'
import { newBuildingShares } from '@/shared/domain/projects/plan-funding'
import type { ProjectStep } from '@/shared/kernel/projects'
import type { Digest } from '@/shared/domain/lovebank/chain'
import { addDays, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { chanceFrom } from '../chance'
import type { Documents } from '../documents'
import { draw } from './picture'
import type { Lived } from './projects'
import { ruled, type Stage } from './stage'

const hour = 60 * minuteMs
const projectId = 'project-sample-pipes'
/** ¥500,000, what the households of these buildings bear together. */
const totalFen = 50_000_000
const treasurerId = 'building-head-1'

/** Ten buildings whose heating pipes are renewed and two whose water pipes are, in three estates. */
const heating = ['2-1', '2-2', '2-3', '2-4', '4-1', '4-2', '4-3', '4-4', '5-1', '5-2'].map((key) => `building-${key}`)
const water = ['5-3', '5-4'].map((key) => `building-${key}`)

/** When each step came, in days from today. */
const days: Record<ProjectStep, number> = {
  proposed: -90,
  screened: -86,
  deliberated: -80,
  announced: -78,
  approved: -70,
  underway: -30,
  accepted: 0,
  settled: 0,
}

/** Paper with lines, and a stamp: what a slip looks like from afar. */
const slipPicture = draw((x, y) => {
  if (x < 0.12 || x > 0.88 || y < 0.08 || y > 0.92) return [206, 200, 190]
  if ((x - 0.7) ** 2 + ((y - 0.7) * 0.66) ** 2 < 0.008) return [196, 70, 60]
  return Math.sin(y * 60) > 0.8 && x < 0.78 ? [120, 116, 108] : [250, 248, 242]
})

/** Heating and water pipes that households help to pay: shares by area to the fen, and what has come in for them. */
export const pipes = (stage: Stage, documents: Documents, lived: Lived, today: string, digest: Digest) => {
  const { _id: communityId } = stage.ground.community
  const buildingIds = [...heating, ...water]
  const at = (day: number, hours = 10) => startOfDay(addDays(today, day)) + hours * hour
  const project = lived({
    call: null,
    _id: projectId,
    title: '暖气管道和自来水管更换',
    text: '三个小区的管道用了二十多年，年年漏水。十栋楼换暖气管道，两栋楼换自来水管，居民自筹一部分。',
    by: 'community-worker-1',
    ownerId: 'worker-grid-8',
    lines: [
      { name: '暖气管道十栋', source: 'selfFunding', plannedFen: 42_000_000, finalFen: null },
      { name: '自来水管两栋', source: 'selfFunding', plannedFen: 8_000_000, finalFen: null },
      { name: '路面恢复', source: 'finance', plannedFen: 9_600_000, finalFen: null },
    ],
    day: (step) => days[step],
    reached: 'underway',
    end: null,
    days: 45,
    works: (startOn, endOn) => ({
      what: '更换楼内暖气立管和自来水管，恢复路面',
      startOn,
      endOn,
      areaSquareMeters: null,
      pairs: [],
    }),
    // The work of a building is counted by its units.
    sites: buildingIds.map((buildingId, place) => ({
      buildingId,
      weight: stage.ground.buildingById.get(buildingId)!.units.length,
      percent: [100, 100, 100, 80, 60, 60, 40, 20, 0, 0, 100, 50][place]!,
    })),
  })
  const draft: Funding = {
    _id: fundingIdOf(projectId),
    communityId,
    projectId,
    title: project.title,
    rule: 'area',
    totalFen,
    buildingIds,
    treasurer: { personId: treasurerId, name: stage.actor(treasurerId).name },
    state: 'draft',
    base: { households: 0, areaHundredths: 0, largestFen: 0 },
    openedAt: null,
    remindedAt: null,
    confirmedFen: null,
    sums: [],
    updatedAt: toInstant(at(-60)),
  }
  const planned = buildingIds.map((buildingId): BuildingShares => {
    const building = documents.buildings.find(({ _id }) => _id === buildingId)!
    const estate = documents.estates.find(({ _id }) => _id === building.estateId)!
    return newBuildingShares({
      fundingId: draft._id,
      building,
      name: `${estate.name}${building.name}`,
      homes: documents.households.filter((home) => home.buildingId === buildingId),
      earlier: null,
    })
  })
  const shared = withShares(draft, planned)
  const funding = ruled(openFunding(shared.funding, project.lines, shared.buildings, at(-60)))
  const personas = documents.persons
    .filter(({ _id }) => _id === 'resident-grid-8')
    .flatMap((one) => one.householdId ?? [])
  const paid = paidFor(shared.buildings, {
    communityId,
    funding,
    at,
    personas,
    digest,
    fileId: stage.keep('slip-1', slipPicture),
  })
  return {
    project: { ...project, fundingId: funding._id },
    fundings: [paid.buildingShares.reduce(withBuilding, funding)],
    ...paid,
  }
}

interface Ground {
  communityId: string
  funding: Funding
  at: (day: number, hours?: number) => number
  /** Homes of people one may sign in as: of theirs the slip has a picture. */
  personas: readonly string[]
  digest: Digest
  fileId: string
}

/** Most have paid, each with a slip of its own; two are exempt, one got back what it paid too much. */
const paidFor = (planned: readonly BuildingShares[], ground: Ground) => {
  const { communityId, funding, at, personas, digest, fileId } = ground
  const chance = chanceFrom(26)
  const payments: Payment[] = []
  const slipIdOf = (typed: string): string =>
    `slip-${digest(JSON.stringify([communityId, plainSlipNumber(typed)])).slice(0, 24)}`
  let buildings = [...planned]
  const put = (building: BuildingShares) => {
    buildings = buildings.map((one) => (one._id === building._id ? building : one))
  }
  const count = (building: BuildingShares, householdId: string, fen: number, more: Partial<Payment> = {}) => {
    const slipNumber = `HD${20_260_000 + payments.length}`
    const now = at(-55 + (payments.length % 50), 9 + (payments.length % 8))
    const payment: Payment = {
      _id: `payment-sample-${payments.length + 1}`,
      communityId,
      fundingId: funding._id,
      buildingId: building.buildingId,
      householdId,
      kind: 'paid',
      fen,
      slipNumber,
      fileId: personas.includes(householdId) ? fileId : null,
      slipIds: [slipIdOf(slipNumber)],
      paidOn: toInstant(now).slice(0, 10),
      reason: null,
      voided: null,
      at: toInstant(now),
      ...more,
    }
    payments.push(payment)
    put(
      ruled(
        counted(
          buildings.find(({ _id }) => _id === building._id)!,
          payment,
        ),
      ),
    )
  }
  for (const building of planned)
    for (const { householdId, plannedFen } of building.shares)
      if (chance() < 0.7 || personas.includes(householdId)) count(building, householdId, plannedFen)
  const [first, second] = [buildings[0]!, buildings[5]!]
  for (const building of [first, second]) {
    const unpaid = building.shares.find(({ paidFen }) => paidFen === 0)
    if (unpaid) put(ruled(withExemption(building, unpaid.householdId, '低保家庭')))
  }
  const paid = second.shares.find(({ paidFen }) => paidFen > 0)!
  count(second, paid.householdId, 5_000)
  count(second, paid.householdId, 5_000, { kind: 'refunded', reason: '多缴了 50 元' })
  return {
    buildingShares: buildings,
    payments,
    slips: payments.flatMap(({ _id, slipIds }) =>
      slipIds.map((slipId) => ({ _id: slipId, communityId, paymentId: _id })),
    ),
  }
}
