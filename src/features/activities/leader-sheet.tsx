import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { Loading } from '@/ui/states'
import { toast } from '@/ui/toast'

type Props = { id: string; sessionId?: string; leaderName: string; onClose: () => void }

/** Somebody else leads from now on: the volunteers in office are offered, everybody else is found by name. */
export function LeaderSheet({ id, sessionId, leaderName, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [personId, setPersonId] = useState<string | null>(null)
  const search = typed.trim()
  const query = useCapability('activities.listLeaders', search ? { search } : {}, { staleMinutes: 1 })
  const command = useCommand('activities.setLeader')
  const send = () =>
    command.mutate(
      { id, ...(sessionId ? { sessionId } : {}), personId: personId ?? '' },
      {
        onSuccess: (answer) => {
          toast(`已改由${answer.leaderName}带队`)
          onClose()
        },
      },
    )
  const people = query.data?.people ?? []
  return (
    <Sheet
      open
      title={sessionId ? '换这一场的带队人' : '换带队人'}
      onClose={onClose}
      actions={
        <Submit
          words="换带队人"
          busy={command.isPending}
          disabled={personId === null}
          reason="先选一位"
          problem={problemOf(command.error) ?? command.error?.message}
          onPress={send}
        />
      }
    >
      <Banner icon="info">
        {`现在由${leaderName}带队。换了以后，签到码、名单和确认都由新的带队人负责，两个人都会收到通知。`}
      </Banner>
      <SearchField
        value={typed}
        onChange={(words) => {
          setTyped(words)
          setPersonId(null)
        }}
        placeholder="姓名，例如：王秀兰"
        label="按姓名找人"
      />
      {query.isPending && <Loading shape="form" label="正在找人" />}
      {query.error && <Banner tone="danger">{query.error.message}</Banner>}
      {query.data && people.length === 0 && (
        <Banner icon="info">
          {search ? `没有姓名以“${search}”开头、可以带队的人。` : '还没有在岗的志愿者，请按姓名找人。'}
        </Banner>
      )}
      {people.length > 0 && (
        <Choice
          label="带队人"
          layout="list"
          options={people.map((one) => ({
            value: one.personId,
            label: one.name,
            note: one.postName ?? '参加过活动的居民',
          }))}
          value={personId}
          onChange={setPersonId}
        />
      )}
      {query.data?.isCut && <Banner icon="info">人比较多，没有全列出来，请把名字写全。</Banner>}
    </Sheet>
  )
}
