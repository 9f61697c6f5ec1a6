import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { AdoptionCell } from '@/features/issues/adoption-cell'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { CellGroup } from '@/ui/cell'

/** What was adopted out of a closed issue, given back or not, and for staff the way to put one on record. */
export function IssueAdoptions({ issue }: { issue: IssueDetail }) {
  const isClosed = issue.state === 'closed'
  const grown = useCapability('issues.listAdoptions', { issueId: issue.id }, { enabled: isClosed })
  if (!isClosed || !grown.data) return null
  const { adoptions, canAdd, now } = grown.data
  if (adoptions.length === 0 && !canAdd) return null
  const add = () => void Taro.navigateTo({ url: `/packages/office/adopt/index?issueId=${issue.id}` })
  return (
    <View className="issue-grow">
      {adoptions.length > 0 && (
        <CellGroup title="认养">
          {adoptions.map((row) => (
            <AdoptionCell key={row.id} row={row} today={dayOf(now)} />
          ))}
        </CellGroup>
      )}
      {canAdd && (
        <Button block tone="secondary" icon="leaf" onPress={add}>
          从这件事登记认养
        </Button>
      )}
    </View>
  )
}
