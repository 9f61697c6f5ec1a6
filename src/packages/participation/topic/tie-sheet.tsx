import { useEffect, useState } from 'react'
import { useCommand, usePages } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { projectStateNames } from '@/shared/kernel/projects'
import { Button } from '@/ui/button'
import { LongChoice } from '@/ui/long-choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** As many pages of projects as are searched. */
const pagesMax = 20
const over: readonly string[] = ['declined', 'withdrawn']

/** Every project that is not given up, page after page, so that it can be searched. */
const useProjects = () => {
  const pages = usePages('projects.listProjects', { part: 'desk' })
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = pages
  const read = data?.pages ?? []
  const goesOn = hasNextPage && !isFetchingNextPage && read.length < pagesMax
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  return read.flatMap((page) => page.projects).filter(({ state }) => !over.includes(state))
}

/** Hangs the topic on a project, where its meetings and decisions stand in order with those of others; or takes it off. */
export function TieSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [projectId, setProjectId] = useState<string | null>(topic.project?.id ?? null)
  const projects = useProjects()
  const command = useCommand('consultations.setTopicProject')
  const send = (next: string | null) =>
    command.mutate(
      { id: topic.id, projectId: next },
      {
        onSuccess: () => {
          toast(next ? '已归到项目' : '已移出项目')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="归到项目"
      onClose={onClose}
      actions={
        <Submit
          words="归到这个项目"
          busy={command.isPending}
          disabled={!projectId || projectId === topic.project?.id}
          reason={projectId ? '已经在这个项目里' : '请先选择项目'}
          problem={command.error?.message}
          onPress={() => send(projectId)}
        />
      }
    >
      <LongChoice
        label="哪个项目"
        options={projects.map(({ id, title, state, unitName }) => ({
          value: id,
          label: title,
          note: [projectStateNames[state], unitName].filter(Boolean).join('，'),
        }))}
        value={projectId}
        unit="个项目"
        placeholder="搜项目"
        searchLabel="搜项目"
        help="同一个项目的会议、表决和决议，会在项目里按先后排在一起。"
        onChange={setProjectId}
      />
      {topic.project && (
        <Button block tone="ghost" loading={command.isPending} onPress={() => send(null)}>
          移出项目
        </Button>
      )}
    </Sheet>
  )
}
