import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { checkInsOf, dropCheckIn, useCheckIns } from '@/client/check-ins'
import { useCapability } from '@/client/hooks'
import { checkInWords, hoursWords, standingWords, type SessionDetail } from '@/features/activities/words'
import { clockWords, dateWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { Banner } from '@/ui/card'
import { Page } from '@/ui/page'
import { CheckInForm } from './check-in-form'
import { CheckOut } from './check-out'

const unnamed = { error: { message: '这个地址没有说明是哪一场活动，请从活动详情里打开' } }

/** Checking in and out on the spot; what the network does not take now stays on the phone and goes by itself. */
export default function CheckInPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('activities.getSession', { id }, { enabled: id !== '' })
  const session = query.data
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const lead =
    session &&
    `${dateWords(dayOf(session.startsAt), dayOf(session.now))} ${hoursWords(session)} · ${session.place.words}`
  return (
    <Page title={session?.title ?? '活动签到'} lead={lead} skeleton="form" {...(id ? pageState(query) : unnamed)}>
      {session && (
        <View>
          <Kept sessionId={id} />
          {session.canCheckIn && <CheckInForm session={session} />}
          {session.canCheckOut && <CheckOut session={session} />}
          {!session.canCheckIn && !session.canCheckOut && <Why session={session} />}
          <PrivacyAsk />
        </View>
      )}
    </Page>
  )
}

/** What lies on the phone and is not with the server yet, or came back. */
function Kept({ sessionId }: { sessionId: string }) {
  const kept = checkInsOf(
    useCheckIns((state) => state.kept),
    sessionId,
  )
  return (
    <>
      {kept.map(({ id, state, made, updatedAt, problem }) => {
        const name = `${clockWords(toInstant(updatedAt))} 的${made.act === 'in' ? '签到' : '签退'}`
        return state === 'refused' ? (
          <Banner
            key={id}
            tone="danger"
            title={`${name}没有成功`}
            action={{ text: '知道了', onPress: () => dropCheckIn(id) }}
          >
            {problem?.message}
          </Banner>
        ) : (
          <Banner key={id} tone="info" icon="offline" title={`${name}存在手机里`}>
            联网后自动提交；晚到的签到由带队人确认。
          </Banner>
        )
      })}
    </>
  )
}

/** Why there is nothing to do here now. */
function Why({ session }: { session: SessionDetail }) {
  const { mine, isCancelled } = session
  if (isCancelled) return <Banner tone="warn" title="这一场取消了" />
  if (!mine) return <Banner tone="warn" title="您没有报名这一场" />
  if (mine.isIn) return <Banner tone="success" title={mine.isOut ? '您已签退，谢谢' : '您已签到'} />
  if (mine.standing !== 'place') return <Banner tone="info" title={standingWords(mine)} />
  return (
    <Banner tone="info" title="现在不能签到">
      {`签到在${checkInWords(session)}。`}
    </Banner>
  )
}
