import { Text, View } from '@tarojs/components'
import { usePages } from '@/client/hooks'
import { classIcon } from '@/features/issues/class-icon'
import { openIssue } from '@/features/issues/open-issue'
import { lookOf } from '@/features/issues/state-look'
import { agoWords, momentWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Card, Facts } from '@/ui/card'
import { CellIcon } from '@/ui/cell'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { Tag } from '@/ui/tag'

type Supervised = OutputOf<ContractOf<'issues.listSupervised'>>['supervised'][number]

/** Everything under supervision, whose answer is due first. */
export function SupervisedList() {
  const pages = usePages('issues.listSupervised', {})
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const read = pages.data?.pages ?? []
  const rows = read.flatMap(({ supervised }) => supervised)
  if (rows.length === 0 && !pages.hasNextPage) {
    return (
      <Empty
        mascot="shengbao"
        title="没有督办中的事"
        words="在事项页的“更多操作”里可以督办一件事；第三次重新打开的会自动转入。"
      />
    )
  }
  return (
    <View>
      {offline && <OfflineBar />}
      {rows.map((row) => (
        <SupervisedCard key={row.issue.id} row={row} now={read[0]!.now} />
      ))}
      <ListEnd pages={pages} />
    </View>
  )
}

function SupervisedCard({ row, now }: { row: Supervised; now: string }) {
  const { issue, reason, byName, answerBy, isLate, lastAnswer } = row
  const look = lookOf(issue)
  const answer = lastAnswer
    ? `${agoWords(lastAnswer.at, now)} ${lastAnswer.byName} ${[lastAnswer.title, lastAnswer.text].filter(Boolean).join('：')}`
    : '还没有回话'
  return (
    <Card onPress={() => openIssue(issue.id)}>
      <View className="watch-head">
        <CellIcon name={classIcon(issue.classCode)} tone={isLate ? 'danger' : 'primary'} />
        <View className="watch-name">{issue.className}</View>
        <Tag tone={look.tone} icon={look.icon}>
          {issue.stateName}
        </Tag>
      </View>
      <View className="watch-text">{issue.text}</View>
      <View className={`watch-due ${isLate ? 'is-late' : ''}`}>
        <Text>
          {isLate
            ? `${issue.ownerName}应在 ${momentWords(answerBy, now)} 前回话，已经晚了`
            : `请${issue.ownerName}在 ${momentWords(answerBy, now)} 前回话`}
        </Text>
      </View>
      <Facts
        items={[
          { label: '督办理由', value: byName ? `${reason}（${byName}）` : reason },
          { label: '最近进展', value: answer },
        ]}
      />
    </Card>
  )
}
