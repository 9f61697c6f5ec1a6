import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useCapability, useCommand } from '@/client/hooks'
import { WorksCard } from '@/features/issues/works-card'
import { pageState } from '@/features/paging/page-state'
import { cardWords, stateTone, type ProjectView } from '@/features/projects/words'
import { projectStateNames, projectSteps, projectStepNames } from '@/shared/kernel/projects'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page, Section } from '@/ui/page'
import { useConfirm } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import { ProjectHistory } from './project-history'
import { ProjectMoney } from './project-money'
import { ProjectSites } from './project-sites'
import { ProjectTalks } from './project-talks'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪个项目，请从“社区项目”里打开' } }

/** A project as everybody sees it: where it stands, what is done, before and after, the money, the way it took. */
export default function ProjectPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('projects.getProject', { id }, { enabled: id !== '' })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const project = query.data
  return (
    <Page
      title={project?.title ?? '项目'}
      eyebrow={project?.unitName ?? undefined}
      skeleton="card"
      {...(id ? pageState(query) : unnamed)}
    >
      {project && (
        <>
          <Head project={project} />
          {project.works && <WorksCard title="施工" works={project.works} now={project.now} />}
          <ProjectSites project={project} />
          <ProjectMoney project={project} />
          {project.issue && <GrownFrom issue={project.issue} />}
          <ProjectTalks projectId={project.id} />
          <ProjectHistory project={project} />
          <Ways project={project} />
        </>
      )}
    </Page>
  )
}

function Head({ project }: { project: ProjectView }) {
  const { state, text, callTitle, ownerName, resolution, noticeUntil } = project
  const words = cardWords(project)
  const step = projectSteps.findIndex((one) => one === state)
  return (
    <>
      <Card>
        <View className="project-head">
          <Tag tone={stateTone[state]}>{projectStateNames[state]}</Tag>
          {words && <View className="project-card">{words}</View>}
        </View>
        <View className="project-text">{text}</View>
        <Facts
          items={[
            ...(callTitle ? [{ label: '征集', value: callTitle }] : []),
            ...(step >= 0
              ? [
                  {
                    label: '走到',
                    value: `第 ${step + 1} 步，共 ${projectSteps.length} 步（${projectStepNames[projectSteps[step]!]}）`,
                  },
                ]
              : []),
            ...(ownerName ? [{ label: '负责人', value: ownerName }] : []),
            ...(resolution ? [{ label: '办完期限', value: resolution.dueOn }] : []),
          ]}
        />
      </Card>
      {project.isMine && project.textCheck === 'risky' && (
        <Banner tone="warn" icon="info" title="内容检查判定有风险，不能公开">
          可以撤回，改一改写法再提；拿不准就打电话问社区。
        </Banner>
      )}
      {state === 'announced' && noticeUntil && (
        <Banner tone="warn" icon="clock" title={`公示到 ${noticeUntil}`}>
          对项目或预算有不同意见，请在这之前告诉社区或网格员。
        </Banner>
      )}
      {resolution && (
        <Section title="决议">
          <Card>
            <View className="project-text">{resolution.sentence}</View>
          </Card>
        </Section>
      )}
    </>
  )
}

/** Back to the issue it grew from, as the caller may see that. */
function GrownFrom({ issue: { id, code, isPublicView } }: { issue: NonNullable<ProjectView['issue']> }) {
  const page = isPublicView ? 'public-issue' : 'issue'
  return (
    <CellGroup title="从哪件事来">
      <Cell
        icon="list"
        title={`事项 ${code}`}
        note="看当时反映的情况和办理过程"
        onPress={() => void Taro.navigateTo({ url: `/packages/resident/${page}/index?id=${id}` })}
      />
    </CellGroup>
  )
}

/** Where the caller can go from here; nothing for most. */
function Ways({ project }: { project: ProjectView }) {
  const { id, funding, mayRun, mayKeepWorks, moves } = project
  const [ask, dialog] = useConfirm()
  const command = useCommand('projects.moveProject')
  const open = (url: string) => () => void Taro.navigateTo({ url })
  const withdraw = async () => {
    if (!(await ask({ title: '撤回这个提案？', words: '撤回后不再初审，可以重新提。', confirmText: '撤回' }))) return
    command.mutate(
      { id, move: 'withdraw' },
      { onSuccess: () => toast('已撤回'), onError: (error) => toast(error.message) },
    )
  }
  return (
    <View className="project-ways">
      {funding?.isMine && (
        <Button block icon="list" onPress={open(`/packages/participation/my-share/index?projectId=${id}`)}>
          我家的分摊
        </Button>
      )}
      {funding?.isTreasurer && (
        <Button block tone="secondary" icon="list" onPress={open(`/packages/office/funding/index?projectId=${id}`)}>
          经办自筹
        </Button>
      )}
      {(mayRun || mayKeepWorks) && (
        <Button block tone="secondary" icon="edit" onPress={open(`/packages/office/project/index?id=${id}`)}>
          办理这个项目
        </Button>
      )}
      {moves.includes('withdraw') && (
        <Button block tone="ghost" loading={command.isPending} onPress={() => void withdraw()}>
          撤回提案
        </Button>
      )}
      {dialog}
    </View>
  )
}
