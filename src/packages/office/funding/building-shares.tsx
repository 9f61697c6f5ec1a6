import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import type { ShareView } from '@/features/projects/words'
import { yuanWords } from '@/shared/kernel/money'
import { Link } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Loading } from '@/ui/states'
import { ShareSheet } from './share-sheet'
import type { FundingView } from './views'

type Props = { projectId: string; buildings: FundingView['buildings']; isOpen: boolean }

const shareWords = ({ exemptFor, balanceFen, paidFen, refundedFen }: ShareView): string => {
  const rest =
    balanceFen > 0 ? `还差 ${yuanWords(balanceFen)}` : balanceFen < 0 ? `多缴 ${yuanWords(-balanceFen)}` : '已缴齐'
  return [
    exemptFor && `免缴：${exemptFor}`,
    `已缴 ${yuanWords(paidFen - refundedFen)}`,
    !(exemptFor && balanceFen === 0) && rest,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What each building comes to; a press opens its households in their place, so that they are where one looks. */
export function BuildingShares({ projectId, buildings, isOpen }: Props) {
  const [chosen, setChosen] = useState<string>()
  if (chosen)
    return <Households projectId={projectId} buildingId={chosen} isOpen={isOpen} onBack={() => setChosen(undefined)} />
  return (
    <CellGroup title="各楼" note="点按看各户">
      {buildings.map(({ buildingId, name, households, plannedFen, paidFen, refundedFen }) => (
        <Cell
          key={buildingId}
          icon="building"
          title={name}
          note={[
            `${households} 户，分摊 ${yuanWords(plannedFen)}`,
            ...(isOpen ? [`已收 ${yuanWords(paidFen - refundedFen)}`] : []),
          ].join('，')}
          onPress={() => setChosen(buildingId)}
        />
      ))}
    </CellGroup>
  )
}

type HouseholdsProps = { projectId: string; buildingId: string; isOpen: boolean; onBack: () => void }

function Households({ projectId, buildingId, isOpen, onBack }: HouseholdsProps) {
  const query = useCapability('projects.listShares', { projectId, buildingId })
  const [chosen, setChosen] = useState<string>()
  if (query.error) return <Banner tone="danger">{query.error.message}</Banner>
  if (!query.data) return <Loading shape="list" label="正在读取各户" />
  const one = query.data.shares.find(({ householdId }) => householdId === chosen)
  return (
    <View>
      <Link onPress={onBack}>回到各楼</Link>
      <CellGroup title={query.data.name} note={isOpen ? '点按入账、退款、免缴，看对账单' : undefined}>
        {query.data.shares.map((share) => (
          <Cell
            key={share.householdId}
            title={share.label}
            value={yuanWords(share.dueFen)}
            note={isOpen ? shareWords(share) : (share.exemptFor ?? undefined)}
            {...(isOpen ? { onPress: () => setChosen(share.householdId) } : {})}
          />
        ))}
      </CellGroup>
      {one && (
        <ShareSheet projectId={projectId} share={one} building={query.data.name} onClose={() => setChosen(undefined)} />
      )}
    </View>
  )
}
