import Taro from '@tarojs/taro'
import { Cell, CellGroup } from '@/ui/cell'

/** The way from an issue to the project that was made of it. */
export function ProjectLink({
  project: { id, title, stateName },
}: {
  project: { id: string; title: string; stateName: string }
}) {
  return (
    <CellGroup title="由这件事立成的项目">
      <Cell
        icon="flag"
        title={title}
        note={stateName}
        onPress={() => void Taro.navigateTo({ url: `/packages/participation/project/index?id=${id}` })}
      />
    </CellGroup>
  )
}
