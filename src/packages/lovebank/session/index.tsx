import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useLook } from '@/client/use-look'
import { LeaderSheet } from '@/features/activities/leader-sheet'
import { openCheckIn, openRoster } from '@/features/activities/open'
import { checkInWords, hoursWords, pointsWords, standingWords, type SessionDetail } from '@/features/activities/words'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import type { Ask } from '@/features/issues/joint/ask'
import { dateWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { Picture } from '@/ui/picture'
import { PlaceOnMap } from './place-on-map'
import { SignUpSheet } from './sign-up-sheet'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪一场活动，请从“志愿活动”里打开' } }

const cancelAsk = (id: string): Ask => ({
  key: 'cancel',
  name: 'activities.cancelSignup',
  title: '取消报名',
  explain: '您的名额会让给候补的人。',
  submit: '取消报名',
  done: '已取消报名',
  danger: true,
  fields: [{ name: 'reason', kind: 'lines', label: '原因', max: 100, placeholder: '例如：临时有事' }],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})

/** One session: what, when, where, and everything one can do about it now. */
export default function SessionPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('activities.getSession', { id }, { enabled: id !== '' })
  const [isSigning, setSigning] = useState(false)
  const [isHanding, setHanding] = useState(false)
  const [ask, setAsk] = useState<Ask | null>(null)
  const session = query.data
  useLook(session?.mine?.standing === 'pending', query.refetch)
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page
      title={session?.title ?? '活动详情'}
      eyebrow={session?.themeName}
      skeleton="card"
      {...(id ? pageState(query) : unnamed)}
    >
      {session && (
        <>
          <Standing session={session} />
          <About session={session} />
          <View className="session-acts">
            {session.canSignUp && (
              <Button block onPress={() => setSigning(true)}>
                {session.taken < session.capacity ? '报名' : '报名候补'}
              </Button>
            )}
            {(session.canCheckIn || session.canCheckOut) && (
              <Button block icon="scan" onPress={() => openCheckIn(id)}>
                {session.canCheckOut ? '去签退' : '去签到'}
              </Button>
            )}
            {session.canLead && (
              <Button block tone="secondary" icon="team" onPress={() => openRoster(id)}>
                带队屏幕
              </Button>
            )}
            {session.canSetLeader && (
              <Button block tone="ghost" icon="team" onPress={() => setHanding(true)}>
                换这一场的带队人
              </Button>
            )}
            {session.canCancelSignup && (
              <Button block tone="ghost" onPress={() => setAsk(cancelAsk(id))}>
                取消报名
              </Button>
            )}
          </View>
          {isSigning && <SignUpSheet session={session} onClose={() => setSigning(false)} />}
          {isHanding && (
            <LeaderSheet
              id={session.activityId}
              sessionId={id}
              leaderName={session.leaderName}
              onClose={() => setHanding(false)}
            />
          )}
          {ask && (
            <AskSheet
              key={ask.key}
              ask={ask}
              about={{ id, now: session.now, owner: { personId: '' } }}
              onClose={() => setAsk(null)}
            />
          )}
        </>
      )}
    </Page>
  )
}

function Standing({ session }: { session: SessionDetail }) {
  const { isCancelled, cancelledFor, mine } = session
  if (isCancelled)
    return (
      <Banner tone="warn" title="这一场取消了">
        {cancelledFor ?? '原因请问带队人。'}
      </Banner>
    )
  if (!mine) return null
  const company = mine.children > 0 ? `，带 ${mine.children} 个孩子` : ''
  if (mine.isIn) return <Banner tone="success" title={mine.isOut ? '您已签退，谢谢' : '您已签到'} />
  if (mine.standing === 'pending')
    return (
      <Banner tone="info" title={standingWords(mine)}>
        报名的人多，一分钟内排好，结果会自己显示在这里；有名额也会通知您。
      </Banner>
    )
  return mine.standing === 'place' ? (
    <Banner tone="success" title={`您已报名${company}`}>
      {`请在${checkInWords(session)}到现场签到。`}
    </Banner>
  ) : (
    <Banner tone="info" title={standingWords(mine)}>
      有人取消时自动递补，会通知您。
    </Banner>
  )
}

function About({ session }: { session: SessionDetail }) {
  const { startsAt, now, place, taken, capacity, waiting, headCountMin, halfPointsMax, leaderName, skills } = session
  return (
    <Section title="活动安排">
      <Card>
        {session.coverUrl && <Picture src={session.coverUrl} label="活动封面" className="session-cover" />}
        <Facts
          items={[
            { label: '时间', value: `${dateWords(dayOf(startsAt), dayOf(now))} ${hoursWords(session)}` },
            { label: '地点', value: place.words },
            {
              label: '名额',
              value: `${taken}/${capacity} 人${waiting > 0 ? `，候补 ${waiting} 人` : ''}，最少 ${headCountMin} 人`,
            },
            {
              label: '积分',
              value: halfPointsMax > 0 ? `每人最多 ${pointsWords(halfPointsMax)}，按实际时长` : '不计积分，记服务时长',
            },
            ...(skills.length > 0 ? [{ label: '需要', value: skills.join('、') }] : []),
            { label: '带队人', value: leaderName },
          ]}
        />
        <View className="session-text">{session.text}</View>
        <PlaceOnMap point={place.point} />
      </Card>
    </Section>
  )
}
