import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { channelNames, householdStatusNames } from '@/shared/kernel/consents'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { unnamed, type ContactRow } from '../words'
import { HouseholdSheet } from './household-sheet'

type Part = 'remaining' | 'inConflict' | 'all'

const noteOf = ({ contactedAt, isVacant, channel, isInConflict, hasLink }: ContactRow, now: string): string =>
  [
    isVacant && '长期空房',
    channel && channelNames[channel],
    isInConflict && '纸质和网上不一致',
    contactedAt && `${momentWords(contactedAt, now)} 联系过`,
    hasLink && '已发链接',
  ]
    .filter(Boolean)
    .join(' · ')

/** What stands where a list is empty. */
const nothing = {
  mine: { title: '没有分给您的住户', words: '需要您联系时，社区会分给您。' },
  remaining: { title: '都有意见了', words: '谢谢您一户一户地联系。' },
  inConflict: { title: '没有不一致的', words: '纸质和网上签得不一样的住户会列在这里，请去问清楚。' },
  all: { title: '没有住户', words: '需要您联系时，社区会分给您。' },
}

/** The doors I keep in touch with, in the order I walk them. */
export default function ContactsPage() {
  const { id = '' } = useRouter().params
  const [part, setPart] = useState<Part>('remaining')
  const [chosen, setChosen] = useState<string | null>(null)
  const [link, setLink] = useState<string | null>(null)
  const pages = usePages('consents.listMyContacts', { id, part }, { enabled: id !== '' })
  useListGestures(pages)
  useShareAppMessage(() => ({
    title: '小区有一次签字征询，请您看看',
    path: link ?? `/packages/participation/consent/index?id=${id}`,
  }))
  // What was made for one door is never passed on for another.
  const choose = (householdId: string | null) => {
    setChosen(householdId)
    setLink(null)
  }
  const first = pages.data?.pages[0]
  const households = pages.data?.pages.flatMap((page) => page.households) ?? []
  const open = households.find(({ householdId }) => householdId === chosen)
  return (
    <Page
      title="我联系的住户"
      lead={
        first && `共 ${first.total} 户，还有 ${first.remaining} 户没有意见。说明情况、听取意见，签不签由业主自己定。`
      }
      skeleton="list"
      {...(id ? pageState(pages) : unnamed)}
    >
      <Segmented
        label="看哪些住户"
        items={[
          { value: 'remaining', label: '还没有意见' },
          { value: 'inConflict', label: '不一致' },
          { value: 'all', label: '全部' },
        ]}
        value={part}
        onChange={setPart}
      />
      {first && households.length === 0 && <Empty {...(first.total === 0 ? nothing.mine : nothing[part])} />}
      {first && households.length > 0 && (
        <CellGroup>
          {households.map((household) => (
            <Cell
              key={household.householdId}
              icon="door"
              title={household.label}
              note={noteOf(household, first.now)}
              value={householdStatusNames[household.status]}
              onPress={() => choose(household.householdId)}
            />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
      {open && first && (
        <HouseholdSheet
          key={open.householdId}
          id={id}
          household={open}
          isOpen={first.isOpen}
          link={link}
          onLink={setLink}
          onClose={() => choose(null)}
        />
      )}
    </Page>
  )
}
