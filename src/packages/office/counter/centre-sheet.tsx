import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Choices } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Mine = OutputOf<ContractOf<'redemptions.listMyCentres'>>
export type Centre = Mine['centres'][number]

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((label, at) => ({
  value: String((at + 1) % 7),
  label,
}))

type Props = { centre: Centre | null; clerks: Mine['clerks']; onClose: () => void }

/** What is said of a centre, and who hands out there; kept by administrators. */
export function CentreSheet({ centre, clerks, onClose }: Props) {
  const [name, setName] = useState(centre?.name ?? '')
  const [place, setPlace] = useState(centre?.place ?? '')
  const [phone, setPhone] = useState(centre?.phone ?? '')
  const [days, setDays] = useState<string[]>((centre?.hours.weekdays ?? [1, 2, 3, 4, 5]).map(String))
  const [opens, setOpens] = useState(centre?.hours.opens ?? '08:30')
  const [closes, setCloses] = useState(centre?.hours.closes ?? '17:30')
  const [clerkIds, setClerkIds] = useState<string[]>(centre?.clerkIds ?? [])
  const command = useCommand('redemptions.setCentre')
  const fields = command.error?.fields ?? {}
  const send = () =>
    command.mutate(
      {
        ...(centre ? { id: centre.id } : {}),
        name,
        place,
        phone: phone.trim() === '' ? null : phone,
        hours: { weekdays: days.map(Number), opens, closes },
        clerkIds,
      },
      {
        onSuccess: () => {
          toast('已保存')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={centre ? '修改服务中心' : '新的服务中心'}
      onClose={onClose}
      actions={
        <Submit
          words="保存"
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={name.trim() === '' || place.trim() === '' || days.length === 0}
          reason="请填写名称、地点，至少开放一天"
          onPress={send}
        />
      }
    >
      <View>
        <Field label="名称" required maxLength={40} value={name} error={fields.name} onChange={setName} />
        <Field label="地点" required maxLength={80} value={place} error={fields.place} onChange={setPlace} />
        <Field label="电话" optional maxLength={30} value={phone} error={fields.phone} onChange={setPhone} />
        <Choices label="哪几天开放" required options={weekdays} value={days} onChange={setDays} />
        <Field
          label="开门"
          required
          maxLength={5}
          placeholder="08:30"
          value={opens}
          error={fields['hours.opens']}
          onChange={setOpens}
        />
        <Field
          label="关门"
          required
          maxLength={5}
          placeholder="17:30"
          value={closes}
          error={fields['hours.closes'] ?? fields.hours}
          onChange={setCloses}
        />
        <Choices
          label="谁值守"
          help="只有值守的人能在这里发放"
          options={clerks.map((one) => ({ value: one.personId, label: one.name }))}
          value={clerkIds}
          onChange={setClerkIds}
        />
      </View>
    </Sheet>
  )
}
