import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import { doubtOf, outcomeOf } from '@/features/activities/words'
import type { Ask } from '@/features/issues/joint/ask'
import { clockWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { useConfirm } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'

type Roster = OutputOf<ContractOf<'activities.getRoster'>>
type Row = Roster['rows'][number]

const rejectAsk = (id: string, name: string): Ask => ({
  key: `reject-${id}`,
  name: 'activities.decideParticipation',
  title: `不确认${name}的签到`,
  explain: '不确认的不计时长，本人会收到原因。',
  submit: '不确认',
  done: '已记下',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 200, placeholder: '例如：现场没有看到人' }],
  input: ({ words }) => ({ id, isConfirmed: false, reason: words.reason ?? '' }),
})

const expectedWords: Record<Row['standing'], string> = { place: '还没来', pending: '正在排号', waiting: '候补' }

/** Who has to be agreed to first, then who is there, the latest first, then who is expected. */
const inOrder = (rows: readonly Row[]): Row[] => {
  const rank = ({ canDecide, participation }: Row) => (canDecide ? 0 : participation ? 1 : 2)
  const at = ({ participation }: Row) => participation?.inAt ?? ''
  return [...rows].sort((a, b) => rank(a) - rank(b) || at(b).localeCompare(at(a)))
}

/** Everybody who signed up, with how they came; the leader agrees to what was doubtful, and enters who has no phone. */
export function People({ roster, onAsk }: { roster: Roster; onAsk: (ask: Ask) => void }) {
  const decide = useCommand('activities.decideParticipation')
  const signIn = useCommand('activities.signInVolunteer')
  const tell = { onError: (error: { message: string }) => toast(error.message) }
  const [question, dialog] = useConfirm()
  const enter = async (personId: string, name: string) => {
    const words = `给 ${name} 记一次签到：先记荣誉时长，由另一位带队人或社区确认后才计分。记错了，请他们选“不确认”，您自己不能撤销。`
    if (!(await question({ title: `代 ${name} 签到？`, words, confirmText: '代签' }))) return
    signIn.mutate({ id: roster.id, personId }, { ...tell, onSuccess: () => toast(`已代 ${name} 签到，等另一个人确认`) })
  }
  if (roster.rows.length === 0) return <Section title="报名的人" note="还没有人报名。" />
  return (
    <Section title="报名的人">
      <Card>
        {inOrder(roster.rows).map((row) => (
          <Person
            key={row.personId}
            row={row}
            onConfirm={() => row.participation && decide.mutate({ id: row.participation.id, isConfirmed: true }, tell)}
            onReject={() => row.participation && onAsk(rejectAsk(row.participation.id, row.name))}
            onSignIn={roster.code ? () => void enter(row.personId, row.name) : undefined}
          />
        ))}
      </Card>
      {dialog}
    </Section>
  )
}

type PersonProps = { row: Row; onConfirm: () => void; onReject: () => void; onSignIn: (() => void) | undefined }

function Person({ row, onConfirm, onReject, onSignIn }: PersonProps) {
  const { name, children, participation, standing, canDecide } = row
  const look = participation ? outcomeOf(participation) : { words: expectedWords[standing], tone: 'neutral' as const }
  const notes = [
    children.length > 0 ? `带孩子：${children.join('、')}` : '',
    participation ? `${clockWords(participation.inAt)} 签到` : '',
    participation?.outAt ? `${clockWords(participation.outAt)} 签退` : '',
    participation?.waitsFor ? doubtOf(participation) : '',
  ].filter(Boolean)
  return (
    <View className="roster-person">
      <View className="roster-line">
        <View className="roster-words">
          <View className="roster-name">{name}</View>
          {notes.length > 0 && <View className="roster-note">{notes.join(' · ')}</View>}
        </View>
        <Tag tone={look.tone}>{look.words}</Tag>
      </View>
      {canDecide && (
        <View className="roster-person-acts">
          <Button size="small" label={`确认：${name}`} onPress={onConfirm}>
            确认
          </Button>
          <Button size="small" tone="ghost" label={`不确认：${name}`} onPress={onReject}>
            不确认
          </Button>
        </View>
      )}
      {!participation && standing === 'place' && onSignIn && (
        <View className="roster-person-acts">
          <Button size="small" tone="ghost" label={`代签：${name}`} onPress={onSignIn}>
            代签
          </Button>
        </View>
      )}
    </View>
  )
}
