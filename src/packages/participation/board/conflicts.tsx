import { usePages } from '@/client/hooks'
import { ListEnd } from '@/features/paging/list-end'
import { Cell, CellGroup } from '@/ui/cell'

/** Doors where paper and online differ. What either says is not here. */
export function Conflicts({ id, count }: { id: string; count: number }) {
  const pages = usePages('consents.listConflicts', { id })
  const households = pages.data?.pages.flatMap((page) => page.households) ?? []
  return (
    <>
      <CellGroup
        title={`纸质和网上不一致的 ${count} 户`}
        note="按征询前定好的办法只算一个。请联系人去问清楚，这里不显示意见。"
      >
        {households.map(({ householdId, label, contactName }) => (
          <Cell key={householdId} icon="door" title={label} note={`联系人 ${contactName}`} />
        ))}
      </CellGroup>
      <ListEnd pages={pages} />
    </>
  )
}
