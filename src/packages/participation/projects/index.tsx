import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { dateWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { ProjectCell } from '@/features/projects/project-cell'
import { dayOf } from '@/shared/kernel/time'
import { yuanWords } from '@/shared/kernel/money'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { Tag } from '@/ui/tag'

const parts = [
  { value: 'public', label: '大家的' },
  { value: 'mine', label: '我提的' },
] as const
type Part = (typeof parts)[number]['value']

const nothing: Record<Part, { title: string; words: string }> = {
  public: { title: '还没有公开的项目', words: '提案初审通过后会出现在这里。' },
  mine: { title: '您还没有提过项目', words: '正在征集时，打开上面的征集就能提。' },
}

const openProject = (id: string) => void Taro.navigateTo({ url: `/packages/participation/project/index?id=${id}` })
const openCall = (id: string) => void Taro.navigateTo({ url: `/packages/participation/call/index?id=${id}` })

/** What the community makes of what its people propose: the calls, and every project with where it stands. */
export default function ProjectsPage() {
  const [part, setPart] = useState<Part>('public')
  const calls = useCapability('projects.listCalls', {})
  const pages = usePages('projects.listProjects', { part })
  useListGestures(pages, calls.refetch)
  const rows = (pages.data?.pages ?? []).flatMap(({ projects }) => projects)
  const today = dayOf(calls.data?.now ?? pages.data?.pages[0]?.now ?? 0)
  return (
    <Page title="社区项目" lead="大家提，一起定，公示了再动工；花了多少、做成什么样都看得见。" {...pageState(pages)}>
      {calls.data && calls.data.calls.length > 0 && (
        <CellGroup title="项目征集">
          {calls.data.calls.map(({ id, title, to, isOpen, fundFen }) => (
            <Cell
              key={id}
              icon="flag"
              tone={isOpen ? 'primary' : 'neutral'}
              title={title}
              note={`专项经费 ${yuanWords(fundFen)}${isOpen ? `，${dateWords(to, today)}截止` : ''}`}
              value={<Tag tone={isOpen ? 'success' : 'neutral'}>{isOpen ? '征集中' : '不在征集'}</Tag>}
              onPress={() => openCall(id)}
            />
          ))}
        </CellGroup>
      )}
      <Segmented label="看哪些项目" items={parts} value={part} onChange={setPart} />
      {pages.data && rows.length === 0 && <Empty mascot="shengbao" {...nothing[part]} />}
      {rows.length > 0 && (
        <CellGroup>
          {rows.map((project) => (
            <ProjectCell key={project.id} project={project} onPress={() => openProject(project.id)} />
          ))}
        </CellGroup>
      )}
      <View>
        <ListEnd pages={pages} />
      </View>
    </Page>
  )
}
