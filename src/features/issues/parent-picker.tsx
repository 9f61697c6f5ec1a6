import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { mayBeOne } from '@/shared/domain/issues/merging'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Loading } from '@/ui/states'
import { nearWords } from './like-card'

type Props = {
  label: string
  issue: { id: string; classCode: string }
  value: string | undefined
  onChange: (parentId: string) => void
  required?: boolean
  error?: string
}

const shownMax = 8
const wordsMax = 40

const matches = ({ code, text, placeLabel, className }: IssueBrief, typed: string): boolean =>
  [code, text, placeLabel, className].some((words) => words.toLowerCase().includes(typed))

/** The open issue that this one repeats: the likely ones first, by the rule residents are shown them by, then any by code, words or place. */
export function ParentPicker({ label, issue, value, onChange, required, error }: Props) {
  const [typed, setTyped] = useState('')
  const open = usePages('issues.listQueue', { view: 'community' })
  const asked = useCapability('issues.listLikelyParents', { id: issue.id })
  if (open.isPending || asked.isPending) return <Loading shape="list" label="正在读取未办结的事项" />
  const likely = new Map((asked.data?.issues ?? []).map((one) => [one.id, nearWords(one)]))
  const queued = (open.data?.pages ?? []).flatMap(({ issues }) => issues)
  const others = [...(asked.data?.issues ?? []), ...queued.filter(({ id }) => !likely.has(id))]
    .filter((other) => other.id !== issue.id && mayBeOne(issue, other))
    .filter((other) => other.id === value || matches(other, typed.trim().toLowerCase()))
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
          label: likely.has(id) ? `${className}（可能是同一件，${likely.get(id)}）` : className,
          note: `编号 ${code}，${placeLabel}：${text.slice(0, wordsMax)}`,
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
