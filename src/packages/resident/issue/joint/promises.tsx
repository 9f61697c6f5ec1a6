import type { Ask } from '@/features/issues/joint/ask'
import { CommitmentCard } from '@/features/issues/joint/commitment-card'
import { MeetingCell } from '@/features/issues/joint/meeting-cell'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Card } from '@/ui/card'
import { CellGroup } from '@/ui/cell'
import { Section } from '@/ui/page'

type Props = { issue: IssueDetail; onAsk: (ask: Ask) => void }

/** What was promised for it, and the meetings at which it was talked about; nothing where there is neither. */
export function Promises({ issue, onAsk }: Props) {
  const { commitments, meetings } = issue.joint
  return (
    <>
      {commitments.length > 0 && (
        <Section title="承诺事项">
          <Card>
            {commitments.map((commitment) => (
              <CommitmentCard key={commitment.id} commitment={commitment} now={issue.now} onAsk={onAsk} />
            ))}
          </Card>
        </Section>
      )}
      {meetings.length > 0 && (
        <CellGroup title="联席会">
          {meetings.map((meeting) => (
            <MeetingCell key={meeting.id} meeting={meeting} now={issue.now} />
          ))}
        </CellGroup>
      )}
    </>
  )
}
