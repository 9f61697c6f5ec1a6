import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { momentWords } from '@/features/issues/time-words'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { canPrint, printPage } from '@/ui/print'
import type { Tone } from '@/ui/tag'
import { Link } from '@/ui/button'
import { Timeline } from '@/ui/timeline'
import { stepsAhead } from './standing'

type Entry = IssueDetail['timeline'][number]

const warns: readonly Entry['move'][] = ['return', 'decline', 'reject', 'reopen', 'suspend', 'appeal']

const toneOf = ({ to, move }: Entry): Tone => {
  if (warns.includes(move)) return 'warn'
  return to === 'closed' ? 'success' : 'primary'
}

/** A reporter whom the viewer may not know acts without a name; what nobody did, the rules did. */
export const actorOf = ({ actor, kind, move }: Entry): string | undefined => {
  if (actor) return [actor.roleName, actor.name].filter(Boolean).join(' ')
  if (kind === 'reported') return '上报人（不显示姓名）'
  return move === 'dispatch' ? '系统按位置和类别派遣' : undefined
}

/** Everything that happened, in its order, and what is still to come. */
export function IssueTimeline({ issue }: { issue: IssueDetail }) {
  const past = issue.timeline.map((entry, index) => ({
    id: `${index}`,
    title: entry.title,
    time: momentWords(entry.at, issue.now),
    actor: actorOf(entry),
    words: entry.text ?? undefined,
    photos: entry.photos.map(({ url }) => url),
    tone: toneOf(entry),
  }))
  const ahead = stepsAhead(issue).map((title) => ({ id: title, title, pending: true }))
  return (
    <Section title="办理过程" extra={canPrint && <Link onPress={printPage}>打印档案</Link>}>
      <Card>
        <Timeline items={[...past, ...ahead]} />
      </Card>
    </Section>
  )
}
