import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import type { Role } from '@/shared/kernel/roles'
import { Button } from '@/ui/button'
import { SelectField } from '@/ui/field'
import { LongChoice } from '@/ui/long-choice'
import { Sheet } from '@/ui/sheet'

type Props = { value: string | undefined; onChange: (personId: string | undefined) => void }

/** Whom complaints are mostly about; the many heads of buildings come after them. */
const first: readonly Role[] = ['propertyManager', 'gridWorker', 'communityWorker']
const promise = '被反映的人不会看到这件事'

/** Whom a complaint (意见) is about, among those who serve this grid; it need not be said. */
export function AboutField({ value, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const myId = useMe().data?.person.id
  const team = useCapability('organization.getMyTeam', {}, { staleMinutes: 5 })
  const people = new Map<string, { name: string; note: string }>()
  const seats = [...(team.data?.seats ?? [])].sort(
    (a, b) => Number(first.includes(b.role)) - Number(first.includes(a.role)),
  )
  for (const { roleName, holders } of seats)
    for (const { personId, name, scopeName } of holders)
      if (personId !== myId && !people.has(personId)) people.set(personId, { name, note: `${roleName}，${scopeName}` })
  const options = [...people].map(([id, { name, note }]) => ({ value: id, label: name, note }))
  const chosen = value ? people.get(value) : undefined

  const close = (personId: string | undefined) => {
    setOpen(false)
    onChange(personId)
  }
  return (
    <>
      <SelectField
        label="关于谁"
        optional
        icon="person"
        value={chosen ? `${chosen.name}，${chosen.note}` : value ? '已选定' : ''}
        placeholder={team.error && !team.data ? '名单没有读到，不选也能提交' : '不指明也可以'}
        help={promise}
        disabled={!team.data}
        onPress={() => setOpen(true)}
      />
      <Sheet
        open={isOpen}
        title="关于谁"
        onClose={() => setOpen(false)}
        actions={
          <Button block tone="secondary" onPress={() => close(undefined)}>
            不指明
          </Button>
        }
      >
        <View className="report-about-promise">{`${promise}。部门人员不在名单里，可以写在说明里。`}</View>
        <LongChoice
          label="关于谁"
          hideLabel
          placeholder="姓名、岗位或小区"
          searchLabel="查找人员"
          options={options}
          value={value ?? null}
          onChange={close}
        />
      </Sheet>
    </>
  )
}
