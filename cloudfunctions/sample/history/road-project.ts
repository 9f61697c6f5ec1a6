import type { Issue } from '@/shared/domain/issues/issue'
import type { ProjectStep } from '@/shared/kernel/projects'
import type { Lived } from './projects'

/** When each step came, in days from today; the rest is ahead. */
const days: Partial<Record<ProjectStep, number>> = { proposed: -9, screened: -8, deliberated: -4, announced: -2 }

/** What 王舍路 still lacks once the rubbish is gone, made a project of by the desk; the issue and the project point at each other. */
export const roadProject = (issues: readonly Issue[], lived: Lived) => {
  const road = issues.find(({ works }) => works)!
  const project = lived({
    call: null,
    _id: 'project-sample-road',
    issueId: road._id,
    title: '王舍路人行道修补和补种',
    text: '垃圾清完、种了草以后，沿路的人行道还坑洼，下雨积水。想把坏砖换掉，空着的地方补种。',
    by: 'community-worker-1',
    ownerId: 'worker-grid-6',
    lines: [
      { name: '换砖找平', source: 'finance', plannedFen: 3_600_000, finalFen: null },
      { name: '补种和养护', source: 'sponsor', plannedFen: 600_000, finalFen: null },
    ],
    day: (step) => days[step] ?? 0,
    reached: 'announced',
    end: null,
    days: 0,
    works: (startOn, endOn) => ({ what: '', startOn, endOn, areaSquareMeters: null, pairs: [] }),
    sites: [],
  })
  return {
    project,
    issues: issues.map((issue) => (issue === road ? { ...issue, projectId: project._id } : issue)),
  }
}
