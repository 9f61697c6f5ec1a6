import type { OutputOf } from '../../kernel/capability'
import type { projects } from '../../contracts/projects'
import type { Actor } from '../../kernel/actor'
import { residueWords } from '../../kernel/projects'
import { dayOf, toInstant } from '../../kernel/time'
import type { Issue } from '../issues/issue'
import { worksDaysOf } from '../issues/works'
import { worksShownOf } from '../issues/works-view'
import { collectedPercent, sumOfBuildings } from './collected'
import { balanceOf, dueOf, isTreasurer, type Funding, type Payment, type Share } from './funding'
import { issueLinkOf } from './grown-from'
import { sourcesOf, totalOf } from './money'
import { canKeepWorks, isProjectDesk, movesFor } from './moves'
import { standingOf } from './payments'
import { progressOf, progressTenths } from './progress'
import type { Project, ProjectCall } from './project'

type Row = OutputOf<typeof projects.listProjects>['projects'][number]
type View = OutputOf<typeof projects.getProject>
type CallView = OutputOf<typeof projects.setCall>
type FundingView = OutputOf<typeof projects.setFunding>
type KeptFunding = OutputOf<typeof projects.openFunding>
type ShareView = OutputOf<typeof projects.setExemption>
type MyShare = OutputOf<typeof projects.getMyShare>
type PaymentView = MyShare['payments'][number]

export const callView = (call: ProjectCall, now: number): CallView => ({
  id: call._id,
  title: call.title,
  text: call.text,
  from: call.from,
  to: call.to,
  isOpen: call.from <= dayOf(now) && dayOf(now) <= call.to,
  fundFen: call.fundFen,
  allocatedFen: call.allocatedFen,
  units: call.units,
  version: call.version,
})

const tenthsOf = ({ sites }: Pick<Project, 'sites'>): number | null => {
  const progress = progressOf(sites)
  return progress && progressTenths(progress)
}

export const worksChanged = (project: Project, now: number): { days: number; progressTenths: number | null } => ({
  days: project.works ? worksDaysOf(project.works, dayOf(now)) : 0,
  progressTenths: tenthsOf(project),
})

export const projectRow = (project: Project, now: number): Row => ({
  id: project._id,
  title: project.title,
  unitName: project.unitName,
  state: project.state,
  days: project.works && project.works.startOn <= dayOf(now) ? worksDaysOf(project.works, dayOf(now)) : null,
  areaSquareMeters: project.works?.areaSquareMeters ?? null,
  progressTenths: tenthsOf(project),
  plannedFen: totalOf(project.lines).plannedFen,
  updatedAt: project.updatedAt,
})

interface Seen {
  call: ProjectCall | null
  issue: Issue | null
  funding: Funding | null
  buildingId: string | null
  urls: ReadonlyMap<string, string>
  nameOfBuilding: (buildingId: string) => string
}

/** A project as one person sees it; of its self-funding only how far it has come, from which no household can be read. */
export const projectView = (
  project: Project,
  actor: Actor,
  { call, issue, funding, buildingId, urls, nameOfBuilding }: Seen,
  now: number,
): View => {
  const isOwnFunding = funding !== null && isTreasurer(funding, actor)
  const sums = sumOfBuildings(funding?.sums ?? [])
  const showsFunding = funding !== null && (funding.state === 'open' || isOwnFunding || isProjectDesk(actor))
  return {
    ...projectRow(project, now),
    text: project.text,
    callId: project.callId,
    callTitle: call?.title ?? null,
    issue: issueLinkOf(issue, actor),
    proposerName: isProjectDesk(actor) ? project.proposerName : null,
    textCheck: isProjectDesk(actor) || project.proposerId === actor.personId ? project.textCheck : null,
    ownerName: project.owner?.name ?? null,
    resolution: project.resolution,
    noticeUntil: project.noticeUntil,
    lines: project.lines,
    total: totalOf(project.lines),
    sources: sourcesOf(project.lines),
    works: worksShownOf({ works: project.works }, urls, now),
    sites: project.sites.map((one) => ({ ...one, name: nameOfBuilding(one.buildingId) })),
    history: project.history,
    funding: showsFunding
      ? {
          state: funding.state,
          rule: funding.rule,
          totalFen: funding.totalFen,
          treasurerName: funding.treasurer.name,
          treasurerId: isProjectDesk(actor) ? funding.treasurer.personId : null,
          households: sums.households,
          collectedPercent: collectedPercent(sums, funding),
          buildingIds: funding.buildingIds,
          isMine: funding.state === 'open' && buildingId !== null && funding.buildingIds.includes(buildingId),
          isTreasurer: isOwnFunding,
        }
      : null,
    moves: movesFor(project, actor),
    mayRun: isProjectDesk(actor),
    mayKeepWorks: canKeepWorks(project, actor),
    isMine: project.proposerId === actor.personId,
    now: toInstant(now),
  }
}

/** A self-funding for whoever sets it: no sum that changes with what a household pays. */
export const fundingView = (funding: Funding): FundingView => ({
  projectId: funding.projectId,
  title: funding.title,
  state: funding.state,
  rule: funding.rule,
  totalFen: funding.totalFen,
  treasurerName: funding.treasurer.name,
  openedAt: funding.openedAt,
  remindedAt: funding.remindedAt,
  households: sumOfBuildings(funding.sums).households,
})

/** The same for whoever keeps the money. */
export const keptFunding = (funding: Funding): KeptFunding => ({
  ...fundingView(funding),
  sums: sumOfBuildings(funding.sums),
})

export const shareView = (one: Share): ShareView => ({
  householdId: one.householdId,
  label: one.label,
  areaHundredths: one.areaHundredths,
  plannedFen: one.plannedFen,
  dueFen: dueOf(one),
  exemptFor: one.exemptFor,
  paidFen: one.paidFen,
  refundedFen: one.refundedFen,
  balanceFen: balanceOf(one),
})

export const paymentView = (payment: Payment, urls: ReadonlyMap<string, string>): PaymentView => ({
  id: payment._id,
  kind: payment.kind,
  fen: payment.fen,
  slipNumber: payment.slipNumber,
  slipUrl: (payment.fileId && urls.get(payment.fileId)) ?? null,
  paidOn: payment.paidOn,
  reason: payment.voided?.reason ?? payment.reason,
  isVoid: payment.voided !== null,
  at: payment.at,
})

/** A household's statement (对账单). */
export const myShareView = (
  funding: Funding,
  building: string,
  one: Share,
  payments: readonly Payment[],
  urls: ReadonlyMap<string, string>,
  now: number,
): MyShare => ({
  title: funding.title,
  building,
  rule: funding.rule,
  totalFen: funding.totalFen,
  base: { households: funding.base.households, areaHundredths: funding.base.areaHundredths },
  residue: residueWords[funding.rule],
  treasurerName: funding.treasurer.name,
  share: shareView(one),
  standing: standingOf(one),
  payments: payments.map((payment) => paymentView(payment, urls)),
  now: toInstant(now),
})
