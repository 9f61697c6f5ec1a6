import { momentWords } from '@/features/issues/time-words'
import { stateTone, type ProjectView } from '@/features/projects/words'
import { projectMoveNames } from '@/shared/kernel/projects'
import { Section } from '@/ui/page'
import { Timeline } from '@/ui/timeline'

/** Every step the project took, the latest first. */
export function ProjectHistory({ project: { history, now } }: { project: ProjectView }) {
  return (
    <Section title="走过的每一步">
      <Timeline
        label="项目经过"
        items={[...history].reverse().map(({ move, state, at, byName, words }, index) => ({
          id: `${index}`,
          title: move ? projectMoveNames[move] : '提出',
          time: momentWords(at, now),
          tone: stateTone[state],
          ...(byName ? { actor: byName } : {}),
          ...(words ? { words } : {}),
        }))}
      />
    </Section>
  )
}
