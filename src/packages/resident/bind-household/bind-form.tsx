import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { relationNames, relations } from '@/shared/kernel/vocabulary'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { useDoor } from '@/features/organization/use-door'
import { DoorFields } from '@/features/organization/door-fields'

type Props = { knownName: string }

/** Which door, what relation, what name: what the building head needs to recognise somebody. */
export function BindForm({ knownName }: Props) {
  const door = useDoor()
  const [relation, setRelation] = useState<(typeof relations)[number] | null>(null)
  const [name, setName] = useState(knownName)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const request = useCommand('residents.requestBinding')
  const fields = request.error?.fields ?? {}
  const missing = (value: unknown, words: string) => (isTried && !value ? words : undefined)

  const send = () => {
    setTried(true)
    if (!door.householdId || !relation || !name.trim()) return showFirstError()
    const words = note.trim() ? { note } : {}
    request.mutate({ householdId: door.householdId, relation, name, ...words })
  }

  if (door.places.error && !door.places.data) {
    return (
      <Banner tone="danger" action={{ text: '重试', onPress: () => void door.places.refetch() }}>
        {door.places.error.message}
      </Banner>
    )
  }
  return (
    <>
      {request.error && (
        <Banner tone="danger" urgent>
          {request.error.message}
        </Banner>
      )}
      <DoorFields door={door} missing={missing} />
      <Choice
        label="您和这一户的关系"
        required
        options={relations.map((value) => ({ value, label: relationNames[value] }))}
        value={relation}
        error={fields.relation ?? missing(relation, '请选择关系')}
        onChange={setRelation}
      />
      <Field
        label="怎么称呼您"
        required
        maxLength={20}
        placeholder="例如：王秀兰"
        help="楼长要凭这个认出您，建议写真实姓名"
        value={name}
        error={fields.name ?? missing(name.trim(), '请填写称呼')}
        onChange={setName}
      />
      <Field
        label="给楼长的话"
        optional
        kind="lines"
        rows={2}
        maxLength={200}
        counter={note.length > 150}
        placeholder="例如：今年三月刚搬来，和儿子同住"
        value={note}
        error={fields.note}
        onChange={setNote}
      />
      <Button block loading={request.isPending} loadingText="正在提交…" onPress={send}>
        提交申请
      </Button>
    </>
  )
}
