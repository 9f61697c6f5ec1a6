import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import type { ProjectView } from '@/features/projects/words'
import { readYuan, yuanDecimal } from '@/shared/kernel/money'
import { residueWords, shareRuleNames, shareRules, type ShareRule } from '@/shared/kernel/projects'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { BuildingsField } from './buildings-field'
import { PersonField } from './person-field'

const rules = shareRules.map((value) => ({ value, label: shareRuleNames[value] }))

const plannedWords = ({ sources }: ProjectView): string => {
  const own = sources.find(({ source }) => source === 'selfFunding')
  return own ? yuanDecimal(own.plannedFen) : ''
}

/** How much households bear, by which rule, which buildings, and who keeps the money. */
export function FundingSheet({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const known = project.funding
  const [rule, setRule] = useState<ShareRule>(known?.rule ?? 'area')
  const [total, setTotal] = useState(known ? yuanDecimal(known.totalFen) : plannedWords(project))
  const [buildingIds, setBuildings] = useState<string[]>(known?.buildingIds ?? [])
  const [treasurerId, setTreasurer] = useState<string | null>(known?.treasurerId ?? null)
  const command = useCommand('projects.setFunding')
  const totalFen = readYuan(total)
  const isOpen = known?.state === 'open'
  const fields = command.error?.fields ?? {}
  const send = () =>
    totalFen !== null &&
    treasurerId !== null &&
    command.mutate(
      { projectId: project.id, rule, totalFen, buildingIds, treasurerId },
      {
        onSuccess: ({ households }) => {
          toast(`已保存，共 ${households} 户`)
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="居民自筹"
      onClose={onClose}
      actions={
        <Submit
          words="保存"
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={totalFen === null || buildingIds.length === 0 || treasurerId === null}
          reason="请填写总额，选择楼栋和经办人"
          onPress={() => void send()}
        />
      }
    >
      <View>
        <Banner icon="shield">
          {isOpen
            ? `已经开始缴款，只能换经办人。现在由${known.treasurerName}经办。`
            : `各户的缴款只有本户和经办人能看到，社区工作人员也看不到。${known ? `现在由${known.treasurerName}经办。` : ''}`}
        </Banner>
        {!isOpen && (
          <>
            <Field
              label="总额（元）"
              required
              maxLength={13}
              help="要和预算里居民自筹的合计一样，才能开始缴款"
              value={total}
              error={
                fields.totalFen ?? (total !== '' && totalFen === null ? '请写成 500000 或 500000.00 这样' : undefined)
              }
              onChange={setTotal}
            />
            <Choice
              label="怎么分摊"
              required
              options={rules}
              value={rule}
              help={residueWords[rule]}
              onChange={setRule}
            />
            <BuildingsField label="参加的楼" value={buildingIds} error={fields.buildingIds} onChange={setBuildings} />
          </>
        )}
        <PersonField label="经办人" value={treasurerId} error={fields.treasurerId} onChange={setTreasurer} />
      </View>
    </Sheet>
  )
}
