import { useState } from 'react'
import { useCommand, usePages } from '@/client/hooks'
import { startMoment } from './start-moment'
import { doubtOf, type Participation } from '@/features/activities/words'
import { ListEnd } from '@/features/paging/list-end'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'

/** Participations that wait for somebody to agree; nothing while there are none. */
export function Undecided() {
  const pages = usePages('activities.listUndecided', {})
  const [chosen, setChosen] = useState<Participation | null>(null)
  const rows = pages.data?.pages.flatMap(({ participations }) => participations) ?? []
  if (rows.length === 0) return null
  return (
    <>
      <CellGroup title={`等确认的签到（${rows.length}${pages.hasNextPage ? '+' : ''}）`}>
        {rows.map((one) => (
          <Cell
            key={one.id}
            icon="person"
            tone="warn"
            title={one.name}
            note={`${one.title} · ${startMoment(one.startsAt)} · ${doubtOf(one)}`}
            disabled={!one.canDecide}
            label={one.canDecide ? undefined : `${one.name}，要由另一个人确认`}
            onPress={() => setChosen(one)}
          />
        ))}
      </CellGroup>
      <ListEnd pages={pages} />
      {chosen && <DecideSheet one={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function DecideSheet({ one, onClose }: { one: Participation; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const command = useCommand('activities.decideParticipation')
  const decide = (isConfirmed: boolean) =>
    command.mutate(
      { id: one.id, isConfirmed, ...(reason.trim() ? { reason } : {}) },
      {
        onSuccess: () => {
          toast(isConfirmed ? '已确认' : '已记下')
          onClose()
        },
        onError: ({ message }) => setProblem(message),
      },
    )
  return (
    <Sheet
      open
      title={`确认${one.name}的签到`}
      onClose={onClose}
      actions={
        <>
          <Button block tone="secondary" loading={command.isPending} onPress={() => decide(false)}>
            不确认
          </Button>
          <Button block loading={command.isPending} onPress={() => decide(true)}>
            确认
          </Button>
        </>
      }
    >
      <Field
        label="原因"
        kind="lines"
        optional
        maxLength={200}
        help={`${doubtOf(one)}。不确认时要写原因，本人会看到。`}
        error={problem}
        value={reason}
        onChange={(typed) => {
          setReason(typed)
          setProblem(undefined)
        }}
      />
    </Sheet>
  )
}
