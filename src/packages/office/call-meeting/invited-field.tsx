import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { Banner } from '@/ui/card'
import { Choices } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Loading } from '@/ui/states'

interface Known {
  personId: string
  name: string
  roleName: string
  departmentName?: string | null
}
type Props = {
  issueId: string
  /** Who has a part already; they come first. */
  known: readonly Known[]
  chosen: readonly string[]
  error: string | undefined
  onChange: (personIds: string[]) => void
}

const invitedMax = 11
const shownMax = 20

/** Who comes: those who have a part already, departments and others, found by name, post or department. */
export function InvitedField({ issueId, known, chosen, error, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const query = useCapability('issues.listCandidates', { id: issueId }, { staleMinutes: 5 })
  if (query.isPending) return <Loading shape="form" label="正在读取人员名单" />
  if (!query.data) {
    return (
      <Banner tone="danger" action={{ text: '重试', onPress: () => void query.refetch() }}>
        人员名单没有读取成功
      </Banner>
    )
  }
  const takingPart = known.map(({ personId, name, roleName, departmentName }) => ({
    value: personId,
    label: name,
    note: departmentName ?? roleName,
  }))
  const others = query.data.groups
    .flatMap(({ people }) => people)
    .filter(({ isAway }) => !isAway)
    .map(({ personId, name, roleName, scopeName }) => ({
      value: personId,
      label: name,
      note: `${roleName} · ${scopeName}`,
    }))
  const all = [...new Map([...others, ...takingPart].map((one) => [one.value, one])).values()]
  const isPart = (value: string) => takingPart.some((one) => one.value === value)
  const words = typed.trim()
  const shown = all
    .filter(({ value, label, note }) => chosen.includes(value) || (words ? `${label}${note}`.includes(words) : true))
    .sort(
      (a, b) =>
        Number(isPart(b.value)) - Number(isPart(a.value)) ||
        Number(b.note.includes('部门')) - Number(a.note.includes('部门')),
    )
    .slice(0, shownMax)
  return (
    <View>
      <SearchField value={typed} onChange={setTyped} placeholder="姓名、岗位或部门" label="查找参加的人" />
      <Choices
        label={`请谁参加 · 已选 ${chosen.length} 人`}
        required
        layout="list"
        error={error}
        help={shown.length === 0 ? '没有找到，换个词试试' : undefined}
        options={shown.map((one) => ({
          ...one,
          disabled: chosen.length >= invitedMax && !chosen.includes(one.value),
        }))}
        value={chosen}
        onChange={onChange}
      />
    </View>
  )
}
