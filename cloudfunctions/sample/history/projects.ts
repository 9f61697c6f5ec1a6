import { judged } from '@/shared/domain/consultations/checked-words'
import { setBudget } from '@/shared/domain/projects/budget'
import { decideProjectMove, type MoveInput } from '@/shared/domain/projects/moves'
import { allocated, newProject, withUnitInUse } from '@/shared/domain/projects/propose'
import type { BudgetLine, Project, ProjectCall, Site } from '@/shared/domain/projects/project'
import { withWorks } from '@/shared/domain/projects/works'
import type { Works } from '@/shared/domain/issues/works-shape'
import { projectSteps, type ProjectMove, type ProjectStep } from '@/shared/kernel/projects'
import { addDays, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import type { Documents } from '../documents'
import { draw, heap, lawn } from './picture'
import { ruled, type Stage } from './stage'
import { fangshi } from './story'

const [desk, otherDesk] = ['community-worker-1', 'community-worker-2']
const hour = 60 * minuteMs
const firstDay = -300

/** What is wished for, over and over, in one estate or another. */
const wishes: readonly (readonly [title: string, text: string, yuan: number])[] = [
  ['门口装长椅', '老人等车、歇脚没处坐，想在门口装两把长椅。', 4_800],
  ['修补甬路', '路面坑洼，一下雨就积水，推婴儿车不好走。', 36_500],
  ['换楼道灯', '声控灯坏了一半，晚上看不见台阶。', 8_260],
  ['加装扶手', '楼前台阶没有扶手，老人上下要人扶。', 6_300],
  ['电动车棚', '电动车没处停，想搭一个带充电的车棚。', 58_000],
  ['活动室刷墙', '活动室墙皮脱落，想刷一遍、换几把椅子。', 12_400],
  ['补种花草', '花池荒了好几年，想补种些好养的花草。', 9_750],
  ['健身器材', '器材松动生锈，想换两件适合老人用的。', 23_600],
]

/** How far the seventy-two of last year came, and how many of them ended there. */
const ends: readonly (readonly [reached: ProjectStep, end: ProjectMove | null, count: number])[] = [
  ['proposed', null, 6],
  ['proposed', 'withdraw', 2],
  ['proposed', 'decline', 10],
  ['screened', null, 4],
  ['screened', 'decline', 12],
  ['deliberated', null, 3],
  ['deliberated', 'decline', 4],
  ['announced', null, 5],
  ['announced', 'decline', 1],
  ['approved', null, 4],
  ['underway', null, 8],
  ['accepted', null, 3],
  ['settled', null, 10],
]

/** What takes a project to each step. */
const moveTo: Record<Exclude<ProjectStep, 'proposed'>, ProjectMove> = {
  screened: 'screen',
  deliberated: 'deliberate',
  announced: 'announce',
  approved: 'approve',
  underway: 'start',
  accepted: 'accept',
  settled: 'settle',
}

const sentences: Partial<Record<ProjectMove, string>> = {
  screen: '情况属实，可行，提交居民议事会讨论。',
  deliberate: '议事会一致同意实施。',
  approve: '公示期满，没有不同意见，准予立项。',
  accept: '现场看过，做得结实，合格。',
  settle: '决算已核对，票据齐全。',
  decline: '这一片明年有管网改造，先不重复施工，已当面说明。',
}

interface Plan {
  call: ProjectCall | null
  _id: string
  unitId?: string
  /** The issue out of which the desk made it. */
  issueId?: string
  title: string
  text: string
  by: string
  ownerId: string
  lines: BudgetLine[]
  /** Days from `today` on which it was proposed and on which each later step came. */
  day: (step: ProjectStep) => number
  reached: ProjectStep
  end: ProjectMove | null
  works: (startOn: string, endOn: string | null) => Works
  sites: Site[]
  /** Days its works took. */
  days: number
}

/** A proposal whose words were found fit to be shown. */
const cleared = (...asked: Parameters<typeof newProject>): Project => judged(ruled(newProject(...asked)), true)

/** A project played by its rules to where it stands; `allocate` follows the call's fund. */
const lived = (
  stage: Stage,
  today: string,
  plan: Plan,
  allocate: (before: Project, after: Project) => void,
): Project => {
  const at = (step: ProjectStep, more = 0) => startOfDay(addDays(today, plan.day(step))) + (10 + more) * hour
  const by = stage.actor(plan.by)
  let project = cleared({ ...plan }, plan.call, by, at('proposed'))
  const owner = { personId: plan.ownerId, name: stage.actor(plan.ownerId).name }
  const step = (move: ProjectMove, now: number, input: MoveInput = {}, actorId = desk) => {
    const given = { sentence: sentences[move], ...input }
    const next = ruled(decideProjectMove(project, move, given, stage.actor(actorId), { now, spending: 'uncollected' }))
    if (move === 'approve' || move === 'settle') allocate(project, next)
    project = next
  }
  const last = projectSteps.indexOf(plan.reached)
  for (const name of projectSteps.slice(1, last + 1) as Exclude<ProjectStep, 'proposed'>[]) {
    const now = at(name)
    const startOn = addDays(today, plan.day('underway'))
    if (name === 'announced') project = ruled(setBudget(project, plan.lines, { isCollected: false }))
    if (name === 'underway')
      project = ruled(withWorks(project, plan.works(startOn, null), plan.sites, stage.actor(plan.ownerId), now))
    if (name === 'accepted') {
      const done = plan.sites.map((site) => ({ ...site, percent: 100 }))
      const ended = plan.works(startOn, addDays(startOn, plan.days - 1))
      project = ruled(withWorks(project, ended, done, stage.actor(plan.ownerId), now))
    }
    if (name === 'settled') {
      const final = plan.lines.map((line) => ({ ...line, finalFen: line.plannedFen - (line.plannedFen % 7_000) }))
      project = ruled(setBudget(project, final, { isCollected: false }))
    }
    const until = {
      deliberated: addDays(today, plan.day('settled') + 30),
      announced: addDays(today, plan.day('announced') + 7),
    }[name as string]
    step(moveTo[name], now, { owner, until }, name === 'accepted' ? otherDesk : desk)
  }
  if (plan.end) step(plan.end, at(plan.reached, 3), {}, plan.end === 'withdraw' ? plan.by : desk)
  return project
}

const callOf = (
  stage: Stage,
  documents: Documents,
  _id: string,
  from: string,
  to: string,
  more: Partial<ProjectCall>,
) => {
  const { _id: communityId } = stage.ground.community
  const groups = documents.partyNodes.filter((node) => node.communityId === communityId && node.kind === 'group')
  const estates = documents.estates.filter((estate) => estate.communityId === communityId)
  return {
    _id,
    communityId,
    title: '专项经费项目征集',
    text: '身边哪里想改一改，说给小组，一起定。每个小组都可以提，不分大小。',
    from,
    to,
    fundFen: 120_000_000,
    allocatedFen: 0,
    version: 1,
    units: [
      ...groups.map(({ _id: id, name }) => ({ id, kind: 'partyGroup' as const, name })),
      ...estates.map(({ _id: id, name }) => ({
        id: `residents-${id}`,
        kind: 'residentGroup' as const,
        name: `${name}居民小组`,
      })),
    ],
    unitIdsInUse: [],
    createdAt: toInstant(startOfDay(from)),
    ...more,
  }
}

/** Last year's call with its seventy-two proposals, 房石小区 among them, and this year's, which is open. */
export const projects = (stage: Stage, documents: Documents, today: string) => {
  const day = (count: number) => addDays(today, count)
  let call: ProjectCall = callOf(stage, documents, 'call-sample-1', day(firstDay), day(firstDay + 40), {})
  const next = callOf(stage, documents, 'call-sample-2', day(-5), day(25), {
    title: '新一年项目征集',
    fundFen: 80_000_000,
  })
  const allocate = (before: Project, after: Project) => {
    call = ruled(allocated(call, before, after))
  }
  const whole = ends.flatMap(([reached, end, count]) => Array.from({ length: count }, () => ({ reached, end })))
  const all = whole.map(({ reached, end }, at) => {
    const isFangshi = at === whole.length - 1
    const unit = isFangshi
      ? call.units.find(({ id }) => id === 'residents-estate-2')!
      : call.units[(at * 5) % call.units.length]!
    const [title, text, yuan] = wishes[at % wishes.length]!
    const ownerId = `worker-grid-${isFangshi ? 8 : (at % 8) + 1}`
    const before = isFangshi ? stage.keep('project-fangshi-before', draw(heap(0.02))) : null
    const after = isFangshi ? stage.keep('project-fangshi-after', draw(lawn(0.02))) : null
    const days = isFangshi ? fangshi.days : 5 + (at % 9)
    const from = isFangshi ? -38 : firstDay + 120 + at
    const steps: Record<ProjectStep, number> = {
      proposed: firstDay + 1 + (at % 38),
      screened: firstDay + 45,
      deliberated: firstDay + 60 + (at % 10),
      // Whatever is still on show is on show now.
      announced: reached === 'announced' ? -3 : firstDay + 75 + (at % 10),
      approved: firstDay + 95 + (at % 10),
      underway: from,
      accepted: from + days + 1,
      settled: from + days + 12,
    }
    const line = (name: string, share: number): BudgetLine => ({
      name,
      source: 'specialFund',
      plannedFen: Math.round(yuan * share) * 100,
      finalFen: null,
    })
    return lived(
      stage,
      today,
      {
        call,
        _id: `project-sample-${at + 1}`,
        unitId: unit.id,
        title: isFangshi
          ? '房石小区南侧垃圾堆放点改休闲草地'
          : `${unit.name.replace(/(居民小组|党小组)$/, '')}${title}`,
        text: isFangshi ? '小区南侧堆了多年的垃圾，想清掉、平整，种上草坪，放几把长椅。' : text,
        by: `resident-grid-${isFangshi ? 8 : (at % 8) + 1}`,
        ownerId,
        lines: isFangshi
          ? [
              { name: '清运垃圾、平整场地', source: 'specialFund', plannedFen: 2_860_000, finalFen: null },
              { name: '草坪和养护', source: 'specialFund', plannedFen: 1_980_000, finalFen: null },
              { name: '长椅四把', source: 'sponsor', plannedFen: 480_000, finalFen: null },
            ]
          : [line('材料', 0.6), line('人工', 0.4)],
        day: (step) => steps[step],
        reached,
        end,
        days,
        works: (startOn, endOn) => ({
          what: isFangshi ? fangshi.works.what : title,
          startOn,
          endOn,
          areaSquareMeters: isFangshi ? fangshi.works.areaSquareMeters : null,
          pairs: before ? [{ spot: fangshi.works.spot, beforeId: before, afterId: endOn ? after : null }] : [],
        }),
        sites: [],
      },
      allocate,
    )
  })
  const fresh = [1, 8, 6].map((grid, at): Project => {
    const [title, text] = wishes[at]!
    const unitId = next.units[at]!.id
    const now = startOfDay(day(-4 + at)) + 11 * hour
    return cleared(
      { _id: `project-sample-new-${grid}`, title, text, unitId },
      next,
      stage.actor(`resident-grid-${grid}`),
      now,
    )
  })
  const inUse = (one: ProjectCall, proposals: readonly Project[]) =>
    proposals.reduce((before, { unitId }) => (unitId ? withUnitInUse(before, unitId) : before), one)
  return {
    projectCalls: [inUse(call, all), inUse(next, fresh)],
    projects: [...all, ...fresh],
    lived: (plan: Plan) => lived(stage, today, plan, () => undefined),
  }
}
export type Lived = ReturnType<typeof projects>['lived']
