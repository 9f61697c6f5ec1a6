import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { ProjectLink } from '@/features/projects/project-link'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Button } from '@/ui/button'

/** The project that was made of an issue, and for the desk the way to make one. */
export function IssueProject({ issue: { id, project, canGrowProject } }: { issue: IssueDetail }) {
  if (!project && !canGrowProject) return null
  const grow = () => void Taro.navigateTo({ url: `/packages/office/projects/index?issueId=${id}` })
  return (
    <View className="issue-grow">
      {project && <ProjectLink project={project} />}
      {canGrowProject && (
        <Button block tone="secondary" icon="flag" onPress={grow}>
          把这件事立成项目
        </Button>
      )}
    </View>
  )
}
