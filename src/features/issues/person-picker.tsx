import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import type { IssueDetail } from '@/shared/contracts/issues'
import type { Role } from '@/shared/kernel/roles'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Loading } from '@/ui/states'

type Props = {
  label: string
  issue: IssueDetail
  move: IssueMove
  value: string | undefined
  onChange: (personId: string) => void
  required?: boolean
  error?: string
}

/** Posts that answer for issues. Volunteers and member units help, but nothing is handed to them. */
const responsible: readonly Role[] = [
  'gridWorker',
  'propertyManager',
  'buildingHead',
  'unitHead',
  'communityWorker',
  'groupLeader',
  'areaPolice',
  'branchSecretary',
]

const heads: readonly Role[] = ['buildingHead', 'unitHead']
const searchFrom = 8

/**
 * Somebody of the issue's grid team who is present; of the heads only those of its own building. Nobody passes on to who has it
 * already, while after an appeal the same person may be the right one.
 */
export function PersonPicker({ label, issue, move, value, onChange, required, error }: Props) {
  const [typed, setTyped] = useState('')
  const { gridId } = issue.route
  const team = useCapability('organization.getMyTeam', gridId ? { gridId } : {}, { staleMinutes: 5 })
  if (team.isPending) return <Loading shape="form" label="正在读取人员名单" />
  if (!team.data) {
    return (
      <Banner tone="danger" action={{ text: '重试', onPress: () => void team.refetch() }}>
        人员名单没有读取成功
      </Banner>
    )
  }
  const seen = new Set(move === 'passOn' ? [issue.owner.personId] : [])
  const isNear = (role: Role, scopeName: string) => !heads.includes(role) || issue.place.label.startsWith(scopeName)
  const options = team.data.seats
    .filter(({ role }) => responsible.includes(role))
    .sort((a, b) => responsible.indexOf(a.role) - responsible.indexOf(b.role))
    .flatMap(({ role, roleName, holders }) =>
      holders.filter(({ scopeName }) => isNear(role, scopeName)).map((holder) => ({ ...holder, roleName })),
    )
    .filter(({ personId }) => !seen.has(personId) && seen.add(personId))
    .map(({ personId, name, roleName, scopeName, isAway }) => ({
      value: personId,
      label: `${name} · ${roleName}`,
      note: isAway ? `${scopeName}，请假中` : scopeName,
      disabled: isAway,
    }))
  if (options.length === 0)
    return <Banner tone="warn">这个网格里没有其他在岗的人。部门人员不在名单里，需要时请联系社区</Banner>
  const shown = options.filter(
    (option) => option.value === value || `${option.label}${option.note}`.includes(typed.trim()),
  )
  return (
    <View>
      {options.length > searchFrom && (
        <SearchField value={typed} onChange={setTyped} placeholder="姓名、岗位或小区" label="查找人员" />
      )}
      <Choice
        label={label}
        required={required}
        error={error}
        help={shown.length === 0 ? '没有找到，换个词试试' : undefined}
        layout="list"
        options={shown}
        value={value ?? null}
        onChange={onChange}
      />
    </View>
  )
}
