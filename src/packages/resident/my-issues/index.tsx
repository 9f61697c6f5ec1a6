import Taro from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { IssueCard } from '@/features/issues/issue-card'
import { openIssue } from '@/features/issues/open-issue'
import { isWaitingForMe } from '@/features/issues/waiting'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { Page, Section } from '@/ui/page'
import { Empty } from '@/ui/states'
import { nextStepOf, noteOf } from './next-step'

const report = () => void Taro.switchTab({ url: '/pages/report/index' })

/** Everything I reported or joined; what waits for my answer stands on top. */
export default function MyIssues() {
  const pages = usePages('issues.listMyIssues', {})
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const issues = read.flatMap((page) => page.issues)
  const now = read[0]?.now ?? ''
  const card = (issue: IssueBrief) => (
    <IssueCard
      key={issue.id}
      issue={issue}
      now={now}
      hint={nextStepOf(issue)}
      note={noteOf(issue)}
      onPress={() => openIssue(issue.id)}
    />
  )
  const waiting = issues.filter(isWaitingForMe)
  const others = issues.filter((issue) => !isWaitingForMe(issue))
  const empty = pages.data && issues.length === 0 && (
    <Empty
      title="您还没有上报过"
      words="看到垃圾堆、路灯坏、下水堵，拍张照说一声，会有专人来办。"
      action={{ text: '去上报', onPress: report }}
    />
  )
  return (
    <Page title="我的上报" {...pageState(pages)} skeleton="card" empty={empty || undefined}>
      {waiting.length > 0 && <Section title={`等您回应（${waiting.length}）`}>{waiting.map(card)}</Section>}
      {others.length > 0 && <Section title={waiting.length > 0 ? '其他上报' : undefined}>{others.map(card)}</Section>}
      <ListEnd pages={pages} />
    </Page>
  )
}
