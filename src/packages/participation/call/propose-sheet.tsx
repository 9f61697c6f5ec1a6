import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCapability, useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { useRested } from '@/features/forms/use-rested'
import { ProjectCell } from '@/features/projects/project-cell'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { CellGroup } from '@/ui/cell'
import { Field } from '@/ui/field'
import { LongChoice } from '@/ui/long-choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Call = OutputOf<ContractOf<'projects.getFunnel'>>['call']

/** Less than this says too little to look for the like of it. */
const typedMin = 4

const openProject = (id: string) => void Taro.navigateTo({ url: `/packages/participation/project/index?id=${id}` })

/** What somebody proposes, and for which of the groups; while it is typed, what is much the same. */
export function ProposeSheet({ call, onClose }: { call: Call; onClose: () => void }) {
  const only = call.units.length === 1 ? call.units[0]!.id : ''
  const form = useHalfWritten(`proposal ${call.id}`, { title: '', text: '', unitId: only })
  const { title, text, unitId } = form.words
  const command = useCommand('projects.proposeProject', form.forget)
  const typed = useRested(`${title} ${text}`)
  const isTyped = typed.length >= typedMin
  const similar = useCapability('projects.findSimilarProjects', { typed }, { enabled: isTyped })
  const alike = isTyped ? (similar.data?.projects ?? []) : []
  const send = () =>
    command.mutate(
      { callId: call.id, title, text, unitId },
      {
        onSuccess: ({ id }) => {
          toast('已提交，初审通过后大家看得到')
          onClose()
          openProject(id)
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
          disabled={title.trim() === '' || text.trim() === '' || unitId === ''}
          reason="请填写名称、说明，选择小组"
          onPress={send}
        />
      }
    >
      <View>
        <TakenUp form={form} />
        <Field
          label="想做什么"
          required
          maxLength={40}
          placeholder="例如：东门口装两把长椅"
          value={title}
          error={command.error?.fields.title}
          onChange={(typed) => form.write({ title: typed })}
        />
        <Field
          label="在哪里、为什么"
          kind="lines"
          required
          maxLength={1000}
          placeholder="在哪里，现在什么样，想改成什么样，方便多少人"
          value={text}
          error={command.error?.fields.text}
          onChange={(typed) => form.write({ text: typed })}
        />
        {alike.length > 0 && (
          <CellGroup title="已经有类似的项目" note="先看看是不是一样；不一样再接着提。">
            {alike.map((project) => (
              <ProjectCell key={project.id} project={project} onPress={() => openProject(project.id)} />
            ))}
          </CellGroup>
        )}
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
          onChange={(chosen) => form.write({ unitId: chosen })}
        />
      </View>
    </Sheet>
  )
}
