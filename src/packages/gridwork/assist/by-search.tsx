import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { Banner } from '@/ui/card'
import { SearchField } from '@/ui/field'
import { Loading } from '@/ui/states'
import { People } from './people'
import type { Chosen } from './start-sheet'

/** Residents in one's care whose name begins as typed. */
export function BySearch({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const query = useCapability('residents.listAssistable', { search }, { enabled: search !== '', staleMinutes: 1 })
  return (
    <>
      <SearchField value={typed} onChange={setTyped} placeholder="居民姓名，例如：王秀兰" />
      {search !== '' && query.isPending && <Loading shape="list" label="正在找人" />}
      {query.error && (
        <Banner tone="danger" action={{ text: '重试', onPress: () => void query.refetch() }}>
          {query.error.message}
        </Banner>
      )}
      {search !== '' && query.data && (
        <People
          people={query.data.people}
          note={query.data.isCut ? '人比较多，没有全列出来，请把名字写全。' : undefined}
          none={`您负责的范围里没有姓名以“${search}”开头的居民。可以在下面选门牌号。`}
          onChoose={onChoose}
        />
      )}
    </>
  )
}
