import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Field } from '@/ui/field'
import { LongChoice } from '@/ui/long-choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Call = OutputOf<ContractOf<'projects.getFunnel'>>['call']

/** What somebody proposes, and for which of the groups. */
export function ProposeSheet({ call, onClose }: { call: Call; onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [unitId, setUnit] = useState<string | null>(call.units.length === 1 ? call.units[0]!.id : null)
  const command = useCommand('projects.proposeProject')
  const send = () =>
    command.mutate(
      { callId: call.id, title, text, ...(unitId ? { unitId } : {}) },
      {
        onSuccess: ({ id }) => {
          toast('已提交，等待初审')
          onClose()
          void Taro.navigateTo({ url: `/packages/participation/project/index?id=${id}` })
        },
      },
    )
  return (
    <Sheet
      open
      title="提一个项目"
      onClose={onClose}
      actions={
        <Submit
          words="提交"
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={title.trim() === '' || text.trim() === '' || unitId === null}
          reason="请填写名称、说明，选择小组"
          onPress={send}
        />
      }
    >
      <View>
        <Field
          label="想做什么"
          required
          maxLength={40}
          placeholder="例如：东门口装两把长椅"
          value={title}
          error={command.error?.fields.title}
          onChange={setTitle}
        />
        <Field
          label="在哪里、为什么"
          kind="lines"
          required
          maxLength={1000}
          placeholder="在哪里，现在什么样，想改成什么样，方便多少人"
          value={text}
          error={command.error?.fields.text}
          onChange={setText}
        />
        <LongChoice
          label="代表哪个小组"
          required
          options={call.units.map(({ id, name, kind }) => ({
            value: id,
            label: name,
            note: kind === 'partyGroup' ? '党小组' : '居民小组',
          }))}
          value={unitId}
          placeholder="小组名称"
          searchLabel="查找小组"
          unit="个小组"
          onChange={setUnit}
        />
      </View>
    </Sheet>
  )
}
