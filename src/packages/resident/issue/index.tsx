import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useDeeds, waitingDeeds } from '@/client/deeds'
import { useCapability } from '@/client/hooks'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import { KeptDeeds } from '@/features/issues/kept-deeds'
import { MoveSheet } from '@/features/issues/move-sheet'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { Page } from '@/ui/page'
import { actionsBeside, actionsOf } from './actions'
import { IssueAdoptions } from './issue-adoptions'
import { IssueWorks } from './issue-works'
import { IssueActions } from './issue-actions'
import { DecideSheet } from './decide-sheet'
import { ExtensionSheet } from './extension-sheet'
import { IssueClock } from './issue-clock'
import { IssueContent } from './issue-content'
import { IssueHead } from './issue-head'
import { IssueJoined } from './issue-joined'
import { AgainLinks } from './again-links'
import { FollowUp } from './follow-up'
import { IssueProject } from './issue-project'
import { IssueOutcome } from './issue-result'
import { IssuePaper } from './issue-paper'
import { IssuePeople } from './issue-people'
import { IssueTimeline } from './issue-timeline'
import { MergedChildren } from './merged-children'
import { JointSection } from './joint/joint-section'
import { ProcedureSection } from './joint/procedure-section'
import { Promises } from './joint/promises'
import { MoreSheet } from './more-sheet'
import { ProgressSheet } from './progress-sheet'
import { RateSheet } from './rate-sheet'
import { SuperviseSheet } from './supervise-sheet'
import { useActing } from './use-acting'
import { useBegunAt } from './use-begun-at'
import { useDeedBack } from './use-deed-back'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪一件事，请从“我的上报”或“消息”里打开' } }

/** One issue for whoever may see it: everything about it, and exactly what they may do now. */
export default function IssuePage() {
  const { id = '' } = useRouter().params
  const query = useCapability('issues.getIssue', { id }, { enabled: id !== '' })
  const issue = query.data
  const acting = useActing(issue)
  const back = useDeedBack(issue, acting)
  const close = () => acting.show(null)
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))

  const waiting = waitingDeeds(useDeeds(({ kept }) => kept)).filter((deed) => deed.issue.id === id)
  const actions = actionsBeside(
    issue ? actionsOf(issue) : [],
    waiting.map(({ act }) => act),
  )
  useBegunAt(actions, acting)
  const bar = actions.length > 0 && (
    <IssueActions
      actions={actions}
      busy={acting.busy}
      onAct={(action) => void acting.act(action)}
      onMore={() => acting.show('more')}
    />
  )
  return (
    <Page {...(id ? pageState(query) : unnamed)} skeleton="card" bottom={bar || undefined}>
      {issue && (
        <>
          <KeptDeeds issueId={issue.id} />
          <IssueHead issue={issue} />
          <FollowUp issue={issue} />
          <IssueOutcome issue={issue} />
          <IssueContent issue={issue} />
          <IssueJoined issue={issue} />
          <MergedChildren issue={issue} />
          <AgainLinks issue={issue} />
          <IssueClock issue={issue} />
          <ProcedureSection issue={issue} onAsk={acting.ask} />
          <IssuePeople issue={issue} />
          <JointSection issue={issue} onAsk={acting.ask} />
          <Promises issue={issue} onAsk={acting.ask} />
          <IssueWorks issue={issue} />
          <IssueProject issue={issue} />
          <IssueAdoptions issue={issue} />
          <IssueTimeline issue={issue} />
          <IssuePaper issue={issue} />
          <MoreSheet
            open={acting.open === 'more'}
            actions={actions}
            onClose={close}
            onAct={(action) => void acting.act(action)}
          />
          {acting.allowed && (
            <MoveSheet
              key={`${acting.allowed.move}${back.begun?.id ?? ''}`}
              issue={issue}
              allowed={acting.allowed}
              begun={back.begun}
              open={acting.open === 'move'}
              onClose={close}
              onDone={() => {
                back.done()
                acting.finish()
              }}
            />
          )}
          <ProgressSheet
            key={back.begun?.id}
            issue={issue}
            begun={back.begun}
            open={acting.open === 'progress'}
            onClose={close}
            onDone={back.done}
          />
          <RateSheet id={issue.id} ownerName={issue.ownerName} open={acting.open === 'rate'} onClose={close} />
          <ExtensionSheet issue={issue} open={acting.open === 'askExtension'} onClose={close} />
          <DecideSheet issue={issue} open={acting.open === 'decideExtension'} onClose={close} />
          {(['supervise', 'endSupervision'] as const).map((key) => (
            <SuperviseSheet
              key={key}
              issue={issue}
              on={key === 'supervise'}
              open={acting.open === key}
              onClose={close}
            />
          ))}
          {acting.asked && (
            <AskSheet key={acting.asked.key} ask={acting.asked} about={issue} onClose={() => acting.ask(null)} />
          )}
          {acting.dialog}
          <PrivacyAsk />
        </>
      )}
    </Page>
  )
}
