import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { openSession } from '@/features/activities/open'
import { hoursWords, outcomeOf, standingWords, worthOf } from '@/features/activities/words'
import { dateWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { dayOf } from '@/shared/kernel/time'
import { Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page, Section } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { Tag } from '@/ui/tag'

const items = [
  { value: 'ahead', label: '将要参加' },
  { value: 'past', label: '参加过的' },
] as const

type Row = OutputOf<ContractOf<'activities.listMySignups'>>['signups'][number]

/** What I signed up for, what came of it, and the hours I have served. */
export default function MySignupsPage() {
  const [when, setWhen] = useState<(typeof items)[number]['value']>('ahead')
  const pages = usePages('activities.listMySignups', { when })
  const hours = useCapability('activities.getMyHours', {})
  useListGestures(pages, hours.refetch)
  const read = pages.data?.pages ?? []
  const rows = read.flatMap(({ signups }) => signups)
  const now = read[0]?.now ?? ''
  return (
    <Page title="我的活动" skeleton="list" {...pageState(pages)}>
      {hours.data && hours.data.times > 0 && (
        <Section title="服务时长" note={`参加过 ${hours.data.times} 场`}>
          <Card>
            <Facts
              items={[
                { label: '计分时长', value: minutesWords(hours.data.counted) },
                { label: '荣誉时长', value: minutesWords(hours.data.honour) },
                ...hours.data.hours.map((one) => ({ label: one.name, value: minutesWords(one.counted + one.honour) })),
              ]}
            />
          </Card>
        </Section>
      )}
      <Segmented label="看哪些活动" items={items} value={when} onChange={setWhen} />
      {pages.data && rows.length === 0 && (
        <Empty
          mascot="xinbao"
          title={when === 'ahead' ? '还没有报名' : '还没有参加过'}
          words="去“志愿活动”里看看有什么可以参加。"
        />
      )}
      {rows.length > 0 && (
        <CellGroup>
          {rows.map((row) => (
            <SignupCell key={row.session.id} row={row} now={now} isPast={when === 'past'} />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
    </Page>
  )
}

function SignupCell({ row, now, isPast }: { row: Row; now: string; isPast: boolean }) {
  const { session, participation } = row
  const when = `${dateWords(dayOf(session.startsAt), dayOf(now))} ${hoursWords(session)}`
  const look = (): { words: string; tone: 'success' | 'warn' | 'neutral' | 'danger' | 'primary' | 'info' } => {
    if (session.isCancelled) return { words: '已取消', tone: 'neutral' }
    if (participation?.waitsFor) return { words: '等确认', tone: 'warn' }
    if (participation) return outcomeOf(participation)
    if (isPast) return { words: '没有签到', tone: 'neutral' }
    return row.standing === 'waiting'
      ? { words: '候补', tone: 'warn' }
      : { words: standingWords(row), tone: row.standing === 'place' ? 'success' : 'warn' }
  }
  const { words, tone } = look()
  // What is too long for a tag beside large letters stands with the hours.
  const more = (): string => {
    if (session.isCancelled) return ''
    if (participation) return participation.waitsFor ? outcomeOf(participation).words : ''
    return !isPast && row.standing === 'waiting' ? standingWords(row) : ''
  }
  const worth = participation ? worthOf(participation) : ''
  return (
    <Cell
      icon="calendar"
      title={session.title}
      note={[when, session.place.words, more(), worth].filter(Boolean).join(' · ')}
      value={<Tag tone={tone}>{words}</Tag>}
      onPress={() => openSession(session.id)}
    />
  )
}
