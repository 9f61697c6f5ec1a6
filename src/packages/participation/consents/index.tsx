import Taro from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { stateWords, type ConsentRow } from '../words'

const open = (page: string, id: string) => () =>
  void Taro.navigateTo({ url: `/packages/participation/${page}/index?id=${id}` })

const mineWords = ({ mine, isOpen }: ConsentRow): string | undefined => {
  if (mine === 'answered') return '已签'
  return mine === 'toSign' && isOpen ? '待签' : undefined
}

/** What the households are asked, the newest first; for contacts, the doors that are left. */
export default function ConsentsPage() {
  const pages = usePages('consents.listConsents', {})
  useListGestures(pages)
  const first = pages.data?.pages[0]
  const consents = pages.data?.pages.flatMap((page) => page.consents) ?? []
  return (
    <Page
      title="签字征询"
      lead="一户一签，长期空房户也算在总户数里。谁家怎么签，只有本户和联系人知道。"
      skeleton="list"
      {...pageState(pages)}
    >
      {first && consents.length === 0 && <Empty title="现在没有征询" words="社区发起签字征询后，会在这里列出来。" />}
      {consents.length > 0 && first && (
        <CellGroup>
          {consents.map((consent) => (
            <Cell
              key={consent.id}
              icon="edit"
              title={consent.title}
              note={[stateWords(consent, first.now), consent.households > 0 && `${consent.households} 户`]
                .filter(Boolean)
                .join(' · ')}
              value={mineWords(consent)}
              onPress={open('consent', consent.id)}
            />
          ))}
        </CellGroup>
      )}
      {consents.some(({ remaining }) => remaining !== null) && (
        <CellGroup title="我联系的住户">
          {consents.flatMap(({ id, title, remaining }) =>
            remaining === null
              ? []
              : [
                  <Cell
                    key={id}
                    icon="home"
                    title={`联系：${title}`}
                    note={`还有 ${remaining} 户没有意见`}
                    onPress={open('contacts', id)}
                  />,
                ],
          )}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
      {first?.mayOpen && (
        <Button
          block
          tone="secondary"
          icon="plus"
          onPress={() => void Taro.navigateTo({ url: '/packages/participation/open/index' })}
        >
          发起一次征询
        </Button>
      )}
    </Page>
  )
}
