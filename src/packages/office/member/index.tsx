import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { Cell, CellGroup } from '@/ui/cell'
import { Banner } from '@/ui/card'
import { SearchField } from '@/ui/field'
import { Page } from '@/ui/page'
import { Empty, Loading } from '@/ui/states'
import { Member } from './member'

/** Looking after a member's account: find them by name, then see why they have what they have, and mend it. */
export default function MemberPage() {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const me = useMe().data
  const mayLook = me ? dutiesOf(me.person.roles).keepsAccounts : true
  const search = typed.trim()
  const query = useCapability(
    'residents.listAssistable',
    { search },
    { enabled: mayLook && search !== '' && chosen === null, staleMinutes: 1 },
  )
  if (!mayLook)
    return (
      <Page title="积分账户">
        <Empty title="这里由社区工作者办理" words="您的岗位不管积分账户。" />
      </Page>
    )
  return (
    <Page title="积分账户" lead="按姓名找人，查明细、冲正、暂停。">
      <SearchField
        value={typed}
        onChange={(words) => {
          setTyped(words)
          setChosen(null)
        }}
        placeholder="居民姓名，例如：王秀兰"
      />
      {chosen === null && search !== '' && query.isPending && <Loading shape="list" label="正在找人" />}
      {query.error && <Banner tone="danger">{query.error.message}</Banner>}
      {chosen === null && query.data && query.data.people.length === 0 && (
        <Banner icon="info">{`没有姓名以“${search}”开头的居民。`}</Banner>
      )}
      {chosen === null && query.data && query.data.people.length > 0 && (
        <CellGroup {...(query.data.isCut ? { note: '人比较多，没有全列出来，请把名字写全。' } : {})}>
          {query.data.people.map(({ personId, name, householdLabel }) => (
            <Cell
              key={personId}
              icon="person"
              title={name}
              note={householdLabel ?? '没有登记住处'}
              onPress={() => setChosen(personId)}
            />
          ))}
        </CellGroup>
      )}
      {chosen !== null && <Member key={chosen} personId={chosen} />}
    </Page>
  )
}
