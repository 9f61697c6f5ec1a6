import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Tag } from '@/ui/tag'
import { ChangeList } from './change-list'
import { SettingSheet } from './setting-sheet'
import type { SettingShown } from './setting-value'

const parts = [
  { value: 'numbers', label: '各项设置' },
  { value: 'changes', label: '改动记录' },
] as const

/** Every number the community sets for itself, and who has set what. */
export default function SettingsPage() {
  const [part, setPart] = useState<'numbers' | 'changes'>('numbers')
  const [chosen, setChosen] = useState<SettingShown | null>(null)
  const query = useCapability('settings.getSettings', {})
  const changes = usePages('settings.listSettingChanges', {}, { enabled: part === 'changes' })
  useListGestures(changes, query.refetch)
  const canUpdate = query.data?.canUpdate ?? false
  return (
    <Page
      title="社区设置"
      lead={canUpdate ? '点一项就能改。改动一分钟内生效。' : '由管理员设置，这里只能看。'}
      skeleton="list"
      {...pageState(query)}
    >
      <Segmented
        label="看什么"
        items={[...parts]}
        value={part}
        onChange={(value) => setPart(value === 'changes' ? 'changes' : 'numbers')}
      />
      {part === 'numbers' ? (
        <>
          <Banner icon="clock">改动只管以后开始的：已经在计时、在等回音的事项，还按开始时的数算。</Banner>
          {query.data?.groups.map(({ name, settings }) => (
            <CellGroup key={name} title={name}>
              {settings.map((one) => (
                <Cell
                  key={one.code}
                  title={one.name}
                  note={one.meaning}
                  value={one.value === one.usual ? one.words : <Tag tone="warn">{one.words}</Tag>}
                  {...(canUpdate ? { onPress: () => setChosen(one) } : {})}
                />
              ))}
            </CellGroup>
          ))}
        </>
      ) : (
        <>
          <ChangeList pages={changes} />
          <ListEnd pages={changes} />
        </>
      )}
      {chosen && <SettingSheet setting={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}
