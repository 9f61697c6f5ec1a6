import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import type { ProjectView } from '@/features/projects/words'
import { readYuan, yuanDecimal, yuanWords } from '@/shared/kernel/money'
import { moneySourceNames, moneySources, type MoneySource } from '@/shared/kernel/projects'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

interface Typed {
  name: string
  source: MoneySource
  planned: string
  final: string
}

const sources = moneySources.map((value) => ({ value, label: moneySourceNames[value] }))
const plannedIn = ['proposed', 'screened', 'deliberated']
const finalIn = ['underway', 'accepted']
const amountHelp = '请写成 1234.56 这样'

const fresh: Typed = { name: '', source: 'specialFund', planned: '', final: '' }

/** The budget line by line; after the notice only what it cost in the end. */
export function BudgetSheet({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const { id, lines, state } = project
  const [typed, setTyped] = useState<Typed[]>(
    lines.length > 0
      ? lines.map((line) => ({
          name: line.name,
          source: line.source,
          planned: yuanDecimal(line.plannedFen),
          final: line.finalFen === null ? '' : yuanDecimal(line.finalFen),
        }))
      : [fresh],
  )
  const command = useCommand('projects.setBudget')
  const mayPlan = plannedIn.includes(state)
  const mayEnd = finalIn.includes(state)
  const change = (at: number, fields: Partial<Typed>) =>
    setTyped((all) => all.map((line, index) => (index === at ? { ...line, ...fields } : line)))
  const remove = (at: number) => setTyped((all) => all.filter((_, index) => index !== at))
  const read = typed.map(({ name, source, planned, final }) => ({
    name,
    source,
    plannedFen: readYuan(planned),
    finalFen: final === '' ? null : readYuan(final),
    isWrong: final !== '' && readYuan(final) === null,
  }))
  const isReady = read.every(({ name, plannedFen, isWrong }) => name.trim() !== '' && plannedFen !== null && !isWrong)
  const total = read.reduce((sum, { plannedFen }) => sum + (plannedFen ?? 0), 0)
  const send = () =>
    command.mutate(
      {
        id,
        lines: read.map(({ name, source, plannedFen, finalFen }) => ({
          name,
          source,
          plannedFen: plannedFen ?? 0,
          finalFen,
        })),
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
      title="预算和决算"
      onClose={onClose}
      actions={
        <Submit
          words="保存"
          busy={command.isPending}
          problem={command.error?.message}
          disabled={!isReady || !(mayPlan || mayEnd)}
          reason={mayPlan || mayEnd ? '每一项都要有用途和金额' : '公示过的预算不能改，开工后填决算'}
          onPress={send}
        />
      }
    >
      <View>
        <Banner icon="info">{`预算合计 ${yuanWords(total)}。公示以后只能填决算金额。`}</Banner>
        {typed.map((line, at) => (
          <Section key={at} title={mayPlan ? `第 ${at + 1} 项` : line.name}>
            {mayPlan ? (
              <PlanFields at={at} line={line} isOnly={typed.length === 1} onChange={change} onRemove={remove} />
            ) : (
              <Field
                label={`决算金额 ${at + 1}（元）`}
                disabled={!mayEnd}
                maxLength={13}
                help={`${moneySourceNames[line.source]}，计划 ${yuanWords(readYuan(line.planned) ?? 0)}`}
                value={line.final}
                error={line.final !== '' && readYuan(line.final) === null ? amountHelp : undefined}
                onChange={(final) => change(at, { final })}
              />
            )}
          </Section>
        ))}
        {mayPlan && (
          <Button block tone="secondary" icon="plus" onPress={() => setTyped((all) => [...all, fresh])}>
            再加一项
          </Button>
        )}
      </View>
    </Sheet>
  )
}

type PlanProps = {
  at: number
  line: Typed
  isOnly: boolean
  onChange: (at: number, fields: Partial<Typed>) => void
  onRemove: (at: number) => void
}

/** One line while the budget may still change. */
function PlanFields({ at, line, isOnly, onChange, onRemove }: PlanProps) {
  return (
    <>
      <Field
        label={`用途 ${at + 1}`}
        required
        maxLength={60}
        value={line.name}
        onChange={(name) => onChange(at, { name })}
      />
      <Choice
        label={`资金来源 ${at + 1}`}
        required
        options={sources}
        value={line.source}
        onChange={(source) => onChange(at, { source })}
      />
      <Field
        label={`计划金额 ${at + 1}（元）`}
        required
        maxLength={13}
        value={line.planned}
        error={line.planned !== '' && readYuan(line.planned) === null ? amountHelp : undefined}
        onChange={(planned) => onChange(at, { planned })}
      />
      {!isOnly && (
        <Button tone="ghost" size="small" onPress={() => onRemove(at)}>
          {`去掉第 ${at + 1} 项`}
        </Button>
      )}
    </>
  )
}
