import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import type { IssueBrief, IssueDetail } from '@/shared/contracts/issues/shapes'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Loading } from '@/ui/states'

type Props = {
  label: string
  issue: IssueDetail
  value: string | undefined
  onChange: (parentId: string) => void
  required?: boolean
  error?: string
}

const shownMax = 8

/** Like ones first: the same class weighs most, then the same place. */
const likeness = (issue: IssueDetail, other: IssueBrief): number =>
  (other.classCode === issue.classCode ? 2 : 0) + (other.placeLabel === issue.placeLabel ? 1 : 0)

const matches = ({ code, text, placeLabel, className }: IssueBrief, typed: string): boolean =>
  [code, text, placeLabel, className].some((words) => words.toLowerCase().includes(typed))

/** The open issue that this one repeats, found by code, words or place. */
export function ParentPicker({ label, issue, value, onChange, required, error }: Props) {
  const [typed, setTyped] = useState('')
  const open = usePages('issues.listQueue', { view: 'community' })
  if (open.isPending) return <Loading shape="list" label="正在读取未办结的事项" />
  const others = (open.data?.pages ?? [])
    .flatMap(({ issues }) => issues)
    .filter(({ id }) => id !== issue.id)
    .filter((other) => other.id === value || matches(other, typed.trim().toLowerCase()))
    .sort((a, b) => likeness(issue, b) - likeness(issue, a))
    .slice(0, shownMax)
  return (
    <View>
      <SearchField value={typed} onChange={setTyped} placeholder="输入编号、地点或关键词" label="查找要合并到的事项" />
      <Choice
        label={label}
        required={required}
        error={error}
        help={others.length === 0 ? '没有找到，换个词试试' : undefined}
        layout="list"
        options={others.map(({ id, code, className, text, placeLabel }) => ({
          value: id,
          label: className,
          note: `编号 ${code}，${placeLabel}：${text.slice(0, 40)}`,
        }))}
        value={value ?? null}
        onChange={onChange}
      />
      {open.hasNextPage && (
        <Button tone="ghost" size="small" loading={open.isFetchingNextPage} onPress={() => void open.fetchNextPage()}>
          读取更多事项
        </Button>
      )}
    </View>
  )
}
