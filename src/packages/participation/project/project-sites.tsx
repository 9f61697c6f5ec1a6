import { ProgressBar } from '@/features/projects/progress-bar'
import { progressWords, type ProjectView } from '@/features/projects/words'
import { Cell, CellGroup } from '@/ui/cell'

/** How far each building has come, and all of them together by their weights. */
export function ProjectSites({ project: { sites, progressTenths } }: { project: ProjectView }) {
  if (progressTenths === null) return null
  return (
    <CellGroup
      title={`施工进度 ${progressWords(progressTenths)}`}
      note={sites.some(({ weight }) => weight !== 1) ? '总进度按各楼的工程量加权计算' : undefined}
    >
      {sites.map(({ buildingId, name, percent, weight }) => (
        <Cell key={buildingId} title={name} value={`${percent}%`} note={weight === 1 ? undefined : `权重 ${weight}`}>
          <ProgressBar tenths={percent * 10} />
        </Cell>
      ))}
    </CellGroup>
  )
}
