import { View } from '@tarojs/components'
import type { Ask } from '@/features/issues/joint/ask'
import { setParties, takeStep } from '@/features/issues/joint/asks'
import { momentWords } from '@/features/issues/time-words'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Button, Link } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { Steps } from '@/ui/steps'
import './procedure-section.scss'

type Props = { issue: IssueDetail; onAsk: (ask: Ask) => void }

/** How far a dispute or a hazard has come, whom a dispute is between, and what is not shown to the reader's department. */
export function ProcedureSection({ issue, onAsk }: Props) {
  const { procedure, parties, formerParties, hiddenFields, joint } = issue
  if (!procedure) return null
  const last = procedure.taken.at(-1)
  const current = Math.max(0, procedure.all.indexOf(last?.name ?? ''))
  const isOver = current === procedure.all.length - 1
  return (
    <Section title={procedure.kind === 'dispute' ? '调解步骤' : '隐患整改'}>
      {hiddenFields.length > 0 && (
        <Banner tone="info" icon="shield">{`按分工，这些内容不向您的部门公开：${hiddenFields.join('、')}`}</Banner>
      )}
      <Card>
        <Steps steps={procedure.all} current={isOver ? procedure.all.length : current + 1} />
        {procedure.taken
          .filter(({ text }) => text)
          .map(({ step, name, at, byName, text }) => (
            <View key={`${step}${at}`} className="issue-contact">
              <View className="issue-person-note">
                {[name, byName, momentWords(at, issue.now)].filter(Boolean).join(' · ')}
              </View>
              <View className="issue-text">{text}</View>
            </View>
          ))}
        {parties && <View className="issue-route">{`当事人：${parties.join('、')}（姓名只有办理的人能看到）`}</View>}
        <View className="issue-steps-acts">
          {procedure.next.map(({ step, name }) => (
            <Button key={step} size="small" tone="secondary" onPress={() => onAsk(takeStep(issue.id, step, name))}>
              {`记录${name}`}
            </Button>
          ))}
          {joint.acts.includes('setParties') && (
            <Link onPress={() => onAsk(setParties(issue.id, parties ?? [], formerParties))}>
              {parties ? '更改当事人' : '登记当事人'}
            </Link>
          )}
        </View>
      </Card>
    </Section>
  )
}
