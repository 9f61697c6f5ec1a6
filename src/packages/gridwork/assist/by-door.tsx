import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { DoorFields } from '@/features/organization/door-fields'
import { useDoor } from '@/features/organization/use-door'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { People } from './people'
import type { Chosen } from './start-sheet'

type Props = { onChoose: (chosen: Chosen) => void }

/** Down to a door; whoever is on record there, or a name nobody has entered yet. */
export function ByDoor({ onChoose }: Props) {
  const [isOpen, setOpen] = useState(false)
  const door = useDoor()
  if (!isOpen)
    return (
      <Button block tone="secondary" icon="home" onPress={() => setOpen(true)}>
        按门牌号找
      </Button>
    )
  return (
    <Card title="按门牌号找">
      {door.places.error && !door.places.data && (
        <Banner tone="danger" action={{ text: '重试', onPress: () => void door.places.refetch() }}>
          {door.places.error.message}
        </Banner>
      )}
      <DoorFields door={door} />
      {door.householdId && <AtDoor key={door.householdId} householdId={door.householdId} onChoose={onChoose} />}
    </Card>
  )
}

function AtDoor({ householdId, onChoose }: Props & { householdId: string }) {
  const [name, setName] = useState('')
  const query = useCapability('residents.listAssistable', { householdId }, { staleMinutes: 1 })
  if (query.error)
    return (
      <Banner tone="warn">
        {query.error.code === 'NOT_FOUND' ? '这一户不在您负责的范围里，请找那边的楼长或网格员。' : query.error.message}
      </Banner>
    )
  const typed = name.trim()
  return (
    <>
      {query.data && (
        <People people={query.data.people} none="这一户还没有登记居民，请在下面写姓名。" onChoose={onChoose} />
      )}
      <Field
        label="名单里没有，写姓名"
        optional
        maxLength={20}
        placeholder="例如：王秀兰"
        help="会登记为这一户的居民"
        value={name}
        onChange={setName}
      />
      {typed && (
        <Button block tone="secondary" onPress={() => onChoose({ householdId, name: typed })}>
          {`替${typed}上报`}
        </Button>
      )}
    </>
  )
}
