import { useCapability } from '@/client/hooks'
import { Choices } from '@/ui/choice'

type Props = { today: string; value: readonly string[]; error: string | undefined; onChange: (ids: string[]) => void }

/** Two or more who are sworn in to open a line together, should anybody doubt it; or nobody, and then none is ever opened. */
export function CounterField({ today, value, error, onChange }: Props) {
  const query = useCapability('organization.listRosterCandidates', { day: today }, { staleMinutes: 10 })
  const candidates = query.data?.candidates ?? []
  if (candidates.length < 2) return null
  return (
    <Choices
      label={`监票人，已选 ${value.length} 位`}
      help="至少两位，或一位也不选。截止后有人对记录存疑，须两位一起才能拆封核对一户；不选就永远不能拆封。"
      options={candidates.map(({ personId, name, roleName, scopeName }) => ({
        value: personId,
        label: name,
        note: `${scopeName} ${roleName}`,
      }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
