import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { cardWords, progressWords, stateTone, type ProjectView } from '@/features/projects/words'
import { yuanWords } from '@/shared/kernel/money'
import { projectMoveNames, projectStateNames, shareRuleNames, type ProjectMove } from '@/shared/kernel/projects'
import { Button } from '@/ui/button'
import { Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Tag } from '@/ui/tag'
import { BudgetSheet } from './budget-sheet'
import { FundingSheet } from './funding-sheet'
import { MoveSheet } from './move-sheet'
import { WorksSheet } from './works-sheet'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪个项目，请从“项目管理”里打开' } }
const notTheirs = { error: { message: '项目由社区工作人员和负责人办理' } }

type Open = 'budget' | 'works' | 'funding' | ProjectMove | null

/** Runs one project: its next step, its money, its works, its self-funding. */
export default function RunProjectPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('projects.getProject', { id }, { enabled: id !== '' })
  const [open, setOpen] = useState<Open>(null)
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const project = query.data
  const mayWork = project && (project.mayRun || project.mayKeepWorks)
  const state = project && !mayWork ? notTheirs : pageState(query)
  const close = () => setOpen(null)
  return (
    <Page
      title={project?.title ?? '办理项目'}
      eyebrow={project?.unitName ?? undefined}
      skeleton="card"
      {...(id ? state : unnamed)}
    >
      {project && mayWork && (
        <>
          <Overview project={project} />
          <View className="run-project-moves">
            {project.moves
              .filter((move) => move !== 'withdraw')
              .map((move) => (
                <Button key={move} block tone={move === 'decline' ? 'ghost' : 'primary'} onPress={() => setOpen(move)}>
                  {projectMoveNames[move]}
                </Button>
              ))}
          </View>
          <Parts project={project} onOpen={setOpen} />
          {open === 'budget' && <BudgetSheet project={project} onClose={close} />}
          {open === 'works' && <WorksSheet project={project} onClose={close} />}
          {open === 'funding' && <FundingSheet project={project} onClose={close} />}
          {open && open !== 'budget' && open !== 'works' && open !== 'funding' && (
            <MoveSheet project={project} move={open} onClose={close} />
          )}
        </>
      )}
      <PrivacyAsk />
    </Page>
  )
}

function Overview({ project }: { project: ProjectView }) {
  const { state, proposerName, ownerName, resolution, noticeUntil, text } = project
  return (
    <Card title="项目情况" extra={<Tag tone={stateTone[state]}>{projectStateNames[state]}</Tag>}>
      <Facts
        items={[
          { label: '说明', value: text },
          ...(proposerName ? [{ label: '提案人', value: proposerName }] : []),
          ...(ownerName ? [{ label: '负责人', value: ownerName }] : []),
          ...(resolution ? [{ label: '办完期限', value: resolution.dueOn }] : []),
          ...(noticeUntil ? [{ label: '公示到', value: noticeUntil }] : []),
        ]}
      />
    </Card>
  )
}

const early = ['proposed', 'screened'] as const

function Parts({ project, onOpen }: { project: ProjectView; onOpen: (part: Open) => void }) {
  const { id, total, works, sites, progressTenths, funding, mayRun, mayKeepWorks, state } = project
  const worksWords = [
    cardWords(project),
    progressTenths !== null && `${sites.length} 栋楼，进度 ${progressWords(progressTenths)}`,
  ]
  const fundingWords = funding
    ? `${shareRuleNames[funding.rule]} · ${yuanWords(funding.totalFen)} · ${funding.treasurerName}经办 · ${funding.state === 'open' ? '缴款中' : '准备中'}`
    : '还没有设定'
  const isEarly = early.some((one) => one === state)
  return (
    <CellGroup title="项目内容">
      {mayRun && (
        <Cell
          icon="list"
          title="预算和决算"
          note={total.plannedFen > 0 ? `预算 ${yuanWords(total.plannedFen)}` : '还没有填'}
          onPress={() => onOpen('budget')}
        />
      )}
      {mayKeepWorks && !isEarly && (
        <Cell
          icon="camera"
          title="施工、照片和进度"
          note={works ? worksWords.filter(Boolean).join(' · ') : '立项以后填写'}
          onPress={() => onOpen('works')}
        />
      )}
      {mayRun && !isEarly && (
        <Cell icon="team" title="居民自筹" note={fundingWords} onPress={() => onOpen('funding')} />
      )}
      <Cell
        icon="info"
        title="居民看到的样子"
        onPress={() => void Taro.navigateTo({ url: `/packages/participation/project/index?id=${id}` })}
      />
    </CellGroup>
  )
}
