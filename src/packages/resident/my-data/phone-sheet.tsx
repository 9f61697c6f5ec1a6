import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Button } from '@/ui/button'
import { CellGroup, SwitchCell } from '@/ui/cell'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { MyData } from './my-data'

/** My number, and whether those who deal with my issues may see it. */
export function PhoneSheet({ mine, onClose }: { mine: MyData; onClose: () => void }) {
  const [phone, setPhone] = useState(mine.phone ?? '')
  const [isShared, setShared] = useState(mine.phoneConsent?.isGiven ?? false)
  const save = useCommand('residents.setPhone')
  const send = (next: string | null) =>
    save.mutate(
      { phone: next, isShared: next !== null && isShared },
      {
        onSuccess: () => {
          toast(next === null ? '电话已删除' : '已保存')
          onClose()
        },
      },
    )
  const typed = phone.trim()
  return (
    <Sheet
      open
      title="我的电话"
      onClose={onClose}
      actions={
        <Submit
          words="保存"
          busy={save.isPending}
          disabled={!typed}
          reason="请先填写电话"
          problem={problemOf(save.error)}
          onPress={() => send(typed)}
        />
      }
    >
      <Field
        label="电话"
        kind="phone"
        maxLength={20}
        placeholder="手机号，或带区号的座机号"
        value={phone}
        error={save.error?.fields.phone}
        onChange={(next) => {
          setPhone(next)
          save.reset()
        }}
      />
      <CellGroup note="不打开也能上报，消息照样会发给您。随时可以关掉。">
        <SwitchCell
          icon="shield"
          title="让办我的事的人查看"
          note="查看要写明用途，会留下记录"
          on={isShared}
          onChange={setShared}
        />
      </CellGroup>
      {mine.phone && (
        <Button block tone="secondary" onPress={() => send(null)}>
          删除我的电话
        </Button>
      )}
    </Sheet>
  )
}
