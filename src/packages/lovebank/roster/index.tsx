import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useLook } from '@/client/use-look'
import { TurningCode } from '@/features/codes/turning-code'
import { checkInWords, hoursWords } from '@/features/activities/words'
import type { Ask } from '@/features/issues/joint/ask'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import { dateWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Banner, Stat, Stats } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { People } from './people'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪一场活动，请从活动详情里打开' } }

const cancelAsk = (id: string): Ask => ({
  key: 'cancel-session',
  name: 'activities.cancelSession',
  title: '取消这一场',
  explain: '所有报名的人会收到通知和原因。',
  submit: '取消这一场',
  done: '已取消，大家会收到通知',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 200, placeholder: '例如：明天有暴雨' }],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})

/** The leader's screen: the code to hold up, and everybody who signed up as they come, live. */
export default function RosterPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('activities.getRoster', { id }, { enabled: id !== '' })
  const [ask, setAsk] = useState<Ask | null>(null)
  const roster = query.data
  const { refetch } = query
  useLook(Boolean(roster?.code), refetch)
  usePullDownRefresh(() => void refetch().finally(() => Taro.stopPullDownRefresh()))
  const lead =
    roster &&
    `${dateWords(dayOf(roster.startsAt), dayOf(roster.now))} ${hoursWords(roster)} · 签到 ${roster.present}/${roster.signedUp} 人`
  return (
    <Page title={roster?.title ?? '带队屏幕'} lead={lead} skeleton="card" {...(id ? pageState(query) : unnamed)}>
      {roster && (
        <>
          {roster.isCancelled && <Banner tone="warn" title="这一场取消了" />}
          {roster.code ? (
            <TurningCode
              code={roster.code}
              now={roster.now}
              label="活动签到码"
              who="大家"
              onStale={() => void refetch()}
            />
          ) : (
            !roster.isCancelled && (
              <Banner tone="info" title="现在没有签到码">
                {`${checkInWords(roster)}，这里会显示签到码。`}
              </Banner>
            )
          )}
          <Section title="来了多少人">
            <Stats>
              <Stat value={roster.signedUp} unit="人" label="报名" />
              <Stat value={roster.present} unit="人" label="签到" />
            </Stats>
          </Section>
          <People roster={roster} onAsk={setAsk} />
          {roster.canCancel && (
            <View className="roster-acts">
              <Button block tone="ghost" onPress={() => setAsk(cancelAsk(id))}>
                取消这一场
              </Button>
            </View>
          )}
          {ask && (
            <AskSheet
              key={ask.key}
              ask={ask}
              about={{ id, now: roster.now, owner: { personId: '' } }}
              onClose={() => setAsk(null)}
            />
          )}
        </>
      )}
    </Page>
  )
}
