import { yuanWords } from '@/shared/kernel/money'
import { projectStateNames } from '@/shared/kernel/projects'
import { Cell } from '@/ui/cell'
import { Tag } from '@/ui/tag'
import { cardWords, progressWords, stateTone, type ProjectRow } from './words'

/** A project in a list: what it is, where it stands, how long and how large, how much. */
export function ProjectCell({ project, onPress }: { project: ProjectRow; onPress: () => void }) {
  const { title, unitName, state, progressTenths, plannedFen } = project
  const words = [
    unitName,
    cardWords(project),
    progressTenths !== null && `进度 ${progressWords(progressTenths)}`,
    plannedFen > 0 && `预算 ${yuanWords(plannedFen)}`,
  ].filter(Boolean)
  return (
    <Cell
      title={title}
      note={words.join(' · ') || undefined}
      value={<Tag tone={stateTone[state]}>{projectStateNames[state]}</Tag>}
      onPress={onPress}
    />
  )
}
