import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useCapability } from '@/client/hooks'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Loading } from '@/ui/states'

type Props = {
  label: string
  issue: { id: string; owner: { personId: string } }
  move: IssueMove
  value: string | undefined
  onChange: (personId: string) => void
  required?: boolean
  error?: string
}

/** How long the fingers rest before the server is asked. */
const restMs = 300

/** What was typed, once typing has paused. */
const useRested = (typed: string): string => {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}

/**
 * Somebody in office who is present: those around the place, departments, the community, other grids; everybody else by searching.
 * Nobody passes on to who has it already, while after an appeal the same person may be the right one. Where nobody has to be
 * named, the first choice leaves it to the router.
 */
export function PersonPicker({ label, issue, move, value, onChange, required, error }: Props) {
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<{ value: string; label: string; note: string }>()
  const search = useRested(typed.trim())
  const near = useCapability('issues.listCandidates', { id: issue.id }, { staleMinutes: 5 })
  const found = useCapability('issues.listCandidates', { id: issue.id, search }, { enabled: search !== '' })
  if (near.isPending) return <Loading shape="form" label="正在读取人员名单" />
  if (!near.data) {
    return (
      <Banner tone="danger" action={{ text: '重试', onPress: () => void near.refetch() }}>
        人员名单没有读取成功
      </Banner>
    )
  }
  const answer = search === '' ? near.data : found.data
  const groups = (answer?.groups ?? []).map(({ name, people }) => ({
    name,
    options: people
      .filter(({ personId }) => move !== 'passOn' || personId !== issue.owner.personId)
      .map((person) => ({
        value: person.personId,
        label: `${person.name} · ${person.roleName}`,
        note: person.isAway ? `${person.scopeName}，请假中` : person.scopeName,
        disabled: person.isAway,
      })),
  }))
  const options = groups.flatMap((group) => group.options)
  const isShown = options.some((option) => option.value === value)
  const before = [
    ...(required ? [] : [{ name: '不指定', options: [{ value: '', label: '由系统重新派遣', note: '按地点和类别' }] }]),
    ...(picked && picked.value === value && !isShown ? [{ name: '已选', options: [picked] }] : []),
  ]
  const shown = [...before, ...groups].filter((group) => group.options.length > 0)
  const pick = (personId: string) => {
    setPicked(options.find((option) => option.value === personId) ?? picked)
    onChange(personId)
  }
  const help = found.isFetching ? '正在查找…' : options.length === 0 ? '没有找到，换个词试试' : undefined
  return (
    <View>
      <SearchField value={typed} onChange={setTyped} placeholder="姓名、岗位、部门或地点" label="查找人员" />
      {shown.map((group, at) => (
        <Choice
          key={group.name}
          label={`${label} · ${group.name}`}
          required={required}
          error={at === 0 ? error : undefined}
          layout="list"
          options={group.options}
          value={value ?? (required ? null : '')}
          onChange={pick}
        />
      ))}
      {help && <Banner>{help}</Banner>}
      {answer?.isMore && <Banner>人员较多，没有全部列出，请输入姓名、岗位或地点查找</Banner>}
    </View>
  )
}
