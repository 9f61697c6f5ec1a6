import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { pageState } from '@/features/paging/page-state'
import { ProgressBar } from '@/features/projects/progress-bar'
import { yuanWords } from '@/shared/kernel/money'
import { projectStepNames } from '@/shared/kernel/projects'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { SelectField } from '@/ui/field'
import { LongChoice } from '@/ui/long-choice'
import { Page } from '@/ui/page'
import { Sheet } from '@/ui/sheet'
import { ProposeSheet } from './propose-sheet'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪次征集，请从“社区项目”里打开' } }
const all = 'all'

/** A call for proposals, and what has become of them: the funnel of all, or of one unit. */
export default function CallPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('projects.getFunnel', { callId: id }, { enabled: id !== '' })
  const me = useMe().data
  const [unitId, setUnit] = useState(all)
  const [isPicking, setPicking] = useState(false)
  const [isProposing, setProposing] = useState(false)
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const funnel = query.data
  const steps = funnel?.units.find((unit) => unit.id === unitId)?.steps ?? funnel?.steps ?? []
  const nameOfUnit = funnel?.units.find(({ id: one }) => one === unitId)?.name ?? '全部小组'
  const pick = (chosen: string) => {
    setPicking(false)
    setUnit(chosen)
  }
  const most = Math.max(1, steps[0]?.reached ?? 0)
  return (
    <Page title={funnel?.call.title ?? '项目征集'} lead={funnel?.call.text} {...(id ? pageState(query) : unnamed)}>
      {funnel && (
        <>
          <Card>
            <Facts
              items={[
                { label: '征集时间', value: `${funnel.call.from} 至 ${funnel.call.to}` },
                { label: '专项经费', value: yuanWords(funnel.call.fundFen) },
                { label: '已经立项', value: yuanWords(funnel.call.allocatedFen) },
                { label: '还可以用', value: yuanWords(funnel.call.fundFen - funnel.call.allocatedFen) },
              ]}
            />
          </Card>
          {funnel.call.isOpen && me && !me.person.isNewcomer && (
            <Button block icon="plus" onPress={() => setProposing(true)}>
              我来提一个项目
            </Button>
          )}
          {funnel.call.isOpen && me?.person.isNewcomer && (
            <Banner icon="key">绑定住房以后就能提项目，也可以请楼长、网格员代您说给社区。</Banner>
          )}
          <View className="call-unit">
            <SelectField label="看哪个小组" value={nameOfUnit} onPress={() => setPicking(true)} />
          </View>
          <CellGroup title="走到哪一步" note="每一步到过的 = 走到下一步的 + 停在这一步的 + 到这一步没有通过的">
            {steps.map(({ step, reached, here, ended }) => (
              <Cell
                key={step}
                title={projectStepNames[step]}
                value={`${reached} 件`}
                note={[here > 0 && `现在停在这里 ${here} 件`, ended > 0 && `没有通过 ${ended} 件`]
                  .filter(Boolean)
                  .join('，')}
              >
                <ProgressBar tenths={Math.round((reached * 1000) / most)} />
              </Cell>
            ))}
          </CellGroup>
          <Sheet open={isPicking} title="看哪个小组" onClose={() => setPicking(false)}>
            <LongChoice
              label="小组"
              hideLabel
              options={[
                { value: all, label: '全部小组', note: `${funnel.steps[0]?.reached ?? 0} 件提案` },
                ...funnel.units.map((unit) => ({
                  value: unit.id,
                  label: unit.name,
                  note: `${unit.steps[0]?.reached ?? 0} 件提案`,
                })),
              ]}
              value={unitId}
              placeholder="小组名称"
              searchLabel="查找小组"
              unit="个小组"
              onChange={pick}
            />
          </Sheet>
          {isProposing && <ProposeSheet call={funnel.call} onClose={() => setProposing(false)} />}
        </>
      )}
    </Page>
  )
}
