import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Banner, Card, Facts } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { Buildings, Curve, Panel, Sums } from '../figures'
import { SignedRoot } from '../signed-root'
import { ClosedEarly } from '../closed-early'
import { stateWords, unnamed, type Board } from '../words'
import { DeskActs } from './desk-acts'
import { Unsealings } from './unsealings'

export type BoardAnswer = OutputOf<ContractOf<'consents.getConsentBoard'>>

/** The figures of a consent, of many households and never of one; for the desk also what can be done about it. */
export default function BoardPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('consents.getConsentBoard', { id }, { enabled: id !== '' })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const answer = query.data
  return (
    <Page title={answer?.title} skeleton="card" {...(id ? pageState(query) : unnamed)}>
      {answer && (
        <>
          <Banner tone={answer.isOpen ? 'info' : 'neutral'} icon="clock">
            {stateWords(answer, answer.now)}
          </Banner>
          {answer.closedEarly && <ClosedEarly {...answer.closedEarly} />}
          {answer.board ? (
            <Figures answer={answer} board={answer.board} />
          ) : (
            <Banner tone="info">征询前说好截止前不公开进度，对社区也一样。截止以后在这里看。</Banner>
          )}
          {answer.result && answer.counterNames.length > 0 && (answer.isDesk || answer.isCounter) && (
            <Unsealings answer={answer} />
          )}
          {answer.isDesk && <DeskActs answer={answer} />}
        </>
      )}
    </Page>
  )
}

function Figures({ answer, board }: { answer: BoardAnswer; board: Board }) {
  return (
    <>
      <Sums board={board} />
      {answer.isDesk && <Unanswered answer={answer} board={board} />}
      {answer.result && <SignedRoot result={answer.result} now={answer.now} />}
      <Curve board={board} />
      <Buildings board={board} />
      <Panel board={board} />
    </>
  )
}

function Unanswered({ answer, board }: { answer: BoardAnswer; board: Board }) {
  const { contacted, unreachable, conflicts, standstill } = answer
  const left = board.sums.households - board.sums.participation.numerator
  return (
    <Section title="还没有意见的" note="每一户都有一位联系人；是哪几户，只有各自的联系人知道。">
      <Card>
        <Facts
          items={[
            { label: '已联系', value: `${contacted} 户` },
            { label: '联系不上', value: `${unreachable} 户` },
            { label: '未联系', value: `${left - (contacted ?? 0) - (unreachable ?? 0)} 户` },
          ]}
        />
      </Card>
      {standstill !== null && (
        <Banner tone="warn" title="三天里几乎没有进展">
          {`最近三天只多了 ${standstill} 户同意，不到 ${board.sums.households} 户的 1%；还有 ${left} 户没有意见。可以请联系人再去听听想法，签不签由业主自己定。`}
        </Banner>
      )}
      {(conflicts ?? 0) > 0 && (
        <Banner tone="info" title={`纸质和网上不一致的 ${conflicts} 户`}>
          按征询前定好的办法只算一个。是哪几户，只有各自的联系人看得到，由联系人去问清楚。
        </Banner>
      )}
    </Section>
  )
}
