import { useCapability } from '@/client/hooks'
import type { Me } from '@/client/me'
import type { Scope } from '@/shared/kernel/roles'

export interface Reach {
  value: string
  label: string
  /** Left out for the whole community. */
  scope?: Scope
}

export const everybody: Reach = { value: 'community', label: '全社区' }

const reach = (label: string, kind: Scope['kind'], id: string): Reach => ({
  value: `${kind}:${id}`,
  label,
  scope: { kind, id },
})
const placed: readonly Scope['kind'][] = ['estate', 'grid', 'building', 'unit']
const runners: readonly string[] = ['communityWorker', 'administrator']

const ofHome = ({ household, grid }: Me): Reach[] => [
  ...(household
    ? [reach('我这个单元', 'unit', household.unitId), reach('我这栋楼', 'building', household.buildingId)]
    : []),
  ...(household && grid ? [reach('我这个网格', 'grid', grid.id)] : []),
]

const ofPosts = ({ person }: Me): Reach[] =>
  person.postings
    .filter(({ scope }) => placed.includes(scope.kind))
    .map(({ scope, scopeName }) => reach(scopeName, scope.kind, scope.id))

/** Whom a topic may concern: everybody, one's own home and what lies around it, where one has a post, and for the desk any estate or building. */
export const useReaches = (me: Me | undefined): Reach[] => {
  const isRunner = me?.person.roles.some((role) => runners.includes(role)) ?? false
  const places = useCapability('organization.listPlaces', {}, { enabled: isRunner, staleMinutes: 30 })
  if (!me) return [everybody]
  const all = (places.data?.estates ?? []).flatMap(({ id, name, buildings }) => [
    reach(name, 'estate', id),
    ...buildings.map((building) => reach(`${name}${building.name}`, 'building', building.id)),
  ])
  const found = [everybody, ...ofHome(me), ...ofPosts(me), ...(isRunner ? all : [])]
  return found.filter(({ value }, at) => found.findIndex((one) => one.value === value) === at)
}
