import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { useMe } from '@/client/me'
import { Balance } from '@/features/lovebank/balance'
import { EntryCell } from '@/features/lovebank/entry-cell'
import { ListEnd } from '@/features/paging/list-end'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { CellGroup } from '@/ui/cell'
import { Section } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Loading } from '@/ui/states'
import { MemberSheet, type Deed } from './member-sheet'
import './index.scss'

const items = [
  { value: 'person', label: '个人账户' },
  { value: 'family', label: '家庭账户' },
] as const
type Kind = (typeof items)[number]['value']

/** One member's accounts as staff see them: balance, statement, and what may be done. */
export function Member({ personId }: { personId: string }) {
  const [kind, setKind] = useState<Kind>('person')
  const [deed, setDeed] = useState<Deed | null>(null)
  const own = useCapability('lovebank.getMember', { kind: 'person', ownerId: personId })
  const familyId = own.data?.familyId ?? null
  const owner = { kind, ownerId: kind === 'family' && familyId ? familyId : personId }
  const query = useCapability('lovebank.getMember', owner, { enabled: own.data !== undefined })
  const pages = usePages('lovebank.listMemberStatement', owner, { enabled: own.data !== undefined })
  const isAdministrator = useMe().data?.person.roles.includes('administrator') ?? false
  const now = toInstant(Date.now())
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const found = query.data
  return (
    <View>
      {(own.isPending || query.isPending) && <Loading shape="card" />}
      {(own.error ?? query.error) && <Banner tone="danger">{(own.error ?? query.error)!.message}</Banner>}
      {familyId && <Segmented label="看哪个账户" items={items} value={kind} onChange={setKind} />}
      {found && (
        <>
          <Section title={found.name}>
            <Balance account={found.account} today={dayOf(now)} />
            {isAdministrator && (
              <View className="member-acts">
                <Button size="small" tone="secondary" onPress={() => setDeed({ what: 'adjust', owner })}>
                  更正积分
                </Button>
                <Button
                  size="small"
                  tone="ghost"
                  onPress={() => setDeed({ what: 'suspend', owner, isSuspended: !found.account.isSuspended })}
                >
                  {found.account.isSuspended ? '恢复账户' : '暂停账户'}
                </Button>
              </View>
            )}
          </Section>
          <Section title="明细" note="点开可以冲正的一笔，写明原因后冲正。">
            {entries.length === 0 && pages.data && <Banner icon="info">这个账户还没有积分往来。</Banner>}
            {entries.length > 0 && (
              <CellGroup>
                {entries.map((entry) => (
                  <EntryCell
                    key={entry.id}
                    entry={entry}
                    now={now}
                    onPress={
                      entry.isReversible
                        ? () => setDeed({ what: 'reverse', id: entry.id, title: entry.title })
                        : undefined
                    }
                  />
                ))}
              </CellGroup>
            )}
            <ListEnd pages={pages} />
          </Section>
          {deed && <MemberSheet deed={deed} onClose={() => setDeed(null)} />}
        </>
      )}
    </View>
  )
}
