import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { ProjectCell } from '@/features/projects/project-cell'
import { yuanWords } from '@/shared/kernel/money'
import { projectStateNames, projectStates, type ProjectState } from '@/shared/kernel/projects'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Choice } from '@/ui/choice'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { CallSheet, type Call } from './call-sheet'
import { RegisterSheet } from './register-sheet'

const states: { value: ProjectState | 'all'; label: string }[] = [
  { value: 'all', label: '全部' },
  ...projectStates.map((value) => ({ value, label: projectStateNames[value] })),
]

const open = (id: string) => void Taro.navigateTo({ url: `/packages/office/project/index?id=${id}` })

/** What the desk has to take a step further, and the calls that bring proposals. */
export default function ManagedProjectsPage() {
  const [state, setState] = useState<ProjectState | 'all'>('proposed')
  const [edited, setEdited] = useState<Call | 'new' | null>(null)
  const { issueId } = useRouter().params
  const [registering, setRegistering] = useState<'issue' | 'free' | null>(issueId ? 'issue' : null)
  const calls = useCapability('projects.listCalls', {})
  const pages = usePages('projects.listProjects', { part: 'desk', ...(state === 'all' ? {} : { state }) })
  useListGestures(pages, calls.refetch)
  const rows = (pages.data?.pages ?? []).flatMap(({ projects }) => projects)
  return (
    <Page
      title="项目管理"
      lead="初审、决议、公示、立项、验收、决算，一步一步走。"
      skeleton="list"
      {...pageState(pages)}
    >
      {calls.data && (
        <CellGroup title="项目征集" note="点按可以修改">
          {calls.data.calls.map((call) => (
            <Cell
              key={call.id}
              icon="flag"
              title={call.title}
              note={`${call.from} 至 ${call.to} · 专项经费 ${yuanWords(call.fundFen)}，已立项 ${yuanWords(call.allocatedFen)}`}
              onPress={() => setEdited(call)}
            />
          ))}
          <Cell icon="plus" title="发起一次征集" onPress={() => setEdited('new')} />
        </CellGroup>
      )}
      <Choice label="看哪一步的项目" options={states} value={state} onChange={setState} />
      {pages.data && rows.length === 0 && <Empty title="这一步没有项目" words="换一步看看。" />}
      {rows.length > 0 && (
        <CellGroup>
          {rows.map((project) => (
            <ProjectCell key={project.id} project={project} onPress={() => open(project.id)} />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
      <View>
        <Button block tone="ghost" icon="plus" onPress={() => setRegistering('free')}>
          登记一个不参加征集的项目
        </Button>
      </View>
      {edited && calls.data && (
        <CallSheet
          call={edited === 'new' ? null : edited}
          partyGroups={calls.data.partyGroups}
          now={calls.data.now}
          onClose={() => setEdited(null)}
        />
      )}
      {registering && (
        <RegisterSheet
          issueId={registering === 'issue' ? issueId : undefined}
          onClose={() => setRegistering(null)}
          onDone={open}
        />
      )}
    </Page>
  )
}
