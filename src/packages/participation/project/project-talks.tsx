import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { openTopic } from '@/features/consultations/open'
import { momentWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Link } from '@/ui/button'
import { Section } from '@/ui/page'
import { Cell, CellGroup } from '@/ui/cell'
import type { Tone } from '@/ui/tag'
import { Timeline } from '@/ui/timeline'

type Entry = OutputOf<ContractOf<'consultations.listProjectMeetings'>>['entries'][number]

const shownMax = 12

/** Every meeting and decision that led here, in the order in which they came; nothing where nobody met. */
export function ProjectTalks({ projectId }: { projectId: string }) {
  const query = useCapability('consultations.listProjectMeetings', { projectId })
  const [isWhole, setWhole] = useState(false)
  const { entries = [], now = '' } = query.data ?? {}
  if (entries.length === 0) return null
  const shown = isWhole ? entries : entries.slice(0, shownMax)
  const topics = new Map(entries.map(({ topicId, topicTitle }) => [topicId, topicTitle]))
  return (
    <>
      <Section title="怎么商量出来的" note={`${meetingsIn(entries)} 次会议，按先后排`}>
        <Timeline
          label="会议和决定"
          items={shown.map(({ id, kind, at, head, words, topicTitle }) => ({
            id,
            title: head,
            time: momentWords(at, now),
            tone: toneOf[kind],
            pending: at > now,
            ...(topics.size > 1 ? { actor: topicTitle } : {}),
            words,
          }))}
        />
        {shown.length < entries.length && <Link onPress={() => setWhole(true)}>{`全部 ${entries.length} 条`}</Link>}
      </Section>
      <CellGroup title="议过的议题">
        {[...topics].map(([id, title]) => (
          <Cell key={id} icon="team" title={title} note="看全部纪要、表决和意见" onPress={() => openTopic(id)} />
        ))}
      </CellGroup>
    </>
  )
}

const toneOf: Record<Entry['kind'], Tone> = {
  meeting: 'primary',
  cancelled: 'neutral',
  vote: 'info',
  resolution: 'success',
  goBack: 'warn',
  report: 'success',
}

const meetingsIn = (entries: readonly { kind: string }[]): number =>
  entries.filter(({ kind }) => kind === 'meeting').length
