import { useCapability } from '@/client/hooks'
import { PointMap, type MapGrid } from '@/features/map/point-map'
import { Loading } from '@/ui/states'

type Props = { grids: readonly MapGrid[] | undefined; gridId: string; onGrid: (gridId: string) => void }

/** The outline of the grid among its neighbours; a tap on another one shows that. */
export function GridMap({ grids, gridId, onGrid }: Props) {
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 60 })
  if (!grids || places.isPending) return <Loading shape="card" label="正在打开地图" />
  const name = grids.find(({ id }) => id === gridId)?.name ?? ''
  return (
    <PointMap
      label={`社区地图，突出显示${name}`}
      grids={grids}
      estates={places.data?.estates}
      gridId={gridId}
      onGrid={onGrid}
    />
  )
}
