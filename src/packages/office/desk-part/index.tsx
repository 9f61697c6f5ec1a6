import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { IssueCard } from '@/features/issues/issue-card'
import { openIssue } from '@/features/issues/open-issue'
import { askedFirst } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { totalWords } from '@/shared/kernel/counted'
import { deskPartNames, deskParts, type DeskPart } from '@/shared/kernel/desk-parts'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'

/** What is to be done with a row of each part, and the action its page opens at. */
const actions: Partial<Record<DeskPart, { hint: string; act?: string }>> = {
  undispatched: { hint: '去派遣', act: 'dispatch' },
  undecided: { hint: '去定负责人', act: 'passOn' },
  sentBack: { hint: '去定牵头', act: 'setLead' },
  extension: { hint: '去答复', act: 'decideExtension' },
  verify: { hint: '去核查' },
  unchecked: { hint: '去审核' },
}

/** What stands at the end of a row: what is to be done with it, or why not yet. */
const lastOf = ({ ownerName, reporterUntil }: IssueBrief, now: string, action?: { hint: string }) => {
  if (!action) return { note: `${ownerName}负责` }
  return action === actions.verify && reporterUntil ? { note: askedFirst(reporterUntil, now) } : { hint: action.hint }
}

const unknown = { error: { message: '这个地址没有说明看哪一类，请从“社区工作台”打开' } }

/** Everything of one kind that waits at the desk, the most pressing first; each row opens where it is decided. */
export default function DeskPart() {
  const named = useRouter().params.part
  const part = deskParts.find((one) => one === named)
  const pages = usePages('issues.listDesk', { filter: { part: part ?? 'verify' } }, { enabled: part !== undefined })
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const issues = read.flatMap((page) => page.issues)
  const isEmpty = issues.length === 0 && !pages.hasNextPage
  const action = part && actions[part]
  return (
    <Page
      title={part ? deskPartNames[part] : '待定的事'}
      lead={read[0] && !isEmpty ? totalWords({ count: read[0].total ?? 0, isMore: read[0].isTotalMore }) : undefined}
      skeleton="card"
      {...(part ? pageState(pages) : unknown)}
      empty={isEmpty && <Empty mascot="shengbao" title="这一类没有了" words="都定好了，辛苦了。" />}
    >
      <View>
        {issues.map((issue) => (
          <IssueCard
            key={issue.id}
            issue={issue}
            now={read[0]!.now}
            {...lastOf(issue, read[0]!.now, action)}
            onPress={() => openIssue(issue.id, action?.act)}
          />
        ))}
        <ListEnd pages={pages} />
      </View>
    </Page>
  )
}
