import { useCapability } from '@/client/hooks'
import type { IssueDetail } from '@/shared/contracts/issues'
import type { Role } from '@/shared/kernel/roles'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Loading } from '@/ui/states'

type Props = {
  label: string
  issue: IssueDetail
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

/** Somebody of the issue's grid team who is present and not already responsible. */
export function PersonPicker({ label, issue, value, onChange, required, error }: Props) {
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
  const seen = new Set([issue.owner.personId])
  const options = team.data.seats
    .filter(({ role }) => responsible.includes(role))
    .sort((a, b) => responsible.indexOf(a.role) - responsible.indexOf(b.role))
    .flatMap(({ roleName, holders }) => holders.map((holder) => ({ ...holder, roleName })))
    .filter(({ personId }) => !seen.has(personId) && seen.add(personId))
    .map(({ personId, name, roleName, scopeName, isAway }) => ({
      value: personId,
      label: `${name} · ${roleName}`,
      note: isAway ? `${scopeName}，请假中` : scopeName,
      disabled: isAway,
    }))
  if (options.length === 0) return <Banner tone="warn">这个网格里没有其他在岗的人，请联系社区</Banner>
  return (
    <Choice
      label={label}
      required={required}
      error={error}
      layout="list"
      options={options}
      value={value ?? null}
      onChange={onChange}
    />
  )
}
