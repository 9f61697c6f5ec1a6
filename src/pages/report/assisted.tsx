import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { Draft } from '@/client/drafts'
import { AssistanceBanner } from '@/features/gridwork/assistance-banner'
import { useAssistance, type Assistance } from '@/features/gridwork/use-assistance'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import type { Report } from './use-report'

/** What somebody has written already; only an empty form changes hands without being asked. */
const isBlank = ({ text, photos, classCode }: Draft): boolean => !text && photos.length === 0 && !classCode

const isForSame = ({ assistance }: Draft, current: Assistance): boolean =>
  assistance?.forName === current.forName && assistance.householdId === current.householdId

const attach = (current: Assistance): Partial<Draft> => ({
  assistance: { id: current.id, forName: current.forName, householdId: current.householdId },
})
const homeOf = ({ householdId, householdLabel }: Assistance): Partial<Draft> =>
  householdId ? { place: { householdId }, placeLabel: householdLabel ?? '' } : {}
const ownAgain: Partial<Draft> = { assistance: undefined }
const empty: Partial<Draft> = {
  text: '',
  photos: [],
  classCode: undefined,
  gridId: undefined,
  aboutPersonId: undefined,
  place: {},
  placeLabel: '',
  step: 0,
}

/** For whom the report is that is being written. What was begun for one person is never sent for another without being asked. */
export function Assisted({ draft, report }: { draft: Draft; report: Report }) {
  const { current, minutesLeft, isKnown } = useAssistance()
  const isCurrent = current !== null && draft.assistance?.id === current.id
  useEffect(() => {
    if (!draft.id || !isKnown || isCurrent) return
    if (current && isBlank(draft)) report.edit({ ...attach(current), ...homeOf(current) })
    else if (current && isForSame(draft, current)) report.edit(attach(current))
    else if (!current && draft.assistance && isBlank(draft)) report.edit({ ...ownAgain, ...empty })
  }, [draft.id, current?.id, isKnown])
  if (!draft.id || !isKnown || (!current && !draft.assistance)) return null
  if (current && isCurrent) return <AssistanceBanner assistance={current} minutesLeft={minutesLeft} />
  return (
    <View className="report-assisted">
      {current && <AssistanceBanner assistance={current} minutesLeft={minutesLeft} />}
      <Banner
        tone="danger"
        title={draft.assistance ? `这份是代${draft.assistance.forName}写的` : '这份是您自己没写完的'}
      >
        {current
          ? `现在正在代${current.forName}上报。请选这份算谁的。`
          : '代报的时间到了，或已经结束。请选接着怎么办。'}
      </Banner>
      <Choices draft={draft} report={report} current={current} />
    </View>
  )
}

function Choices({ draft, report, current }: { draft: Draft; report: Report; current: Assistance | null }) {
  const restart = () => void Taro.navigateTo({ url: '/packages/gridwork/assist/index' })
  return (
    <View className="report-assisted-choices">
      {current ? (
        <>
          <Button block tone="secondary" onPress={() => report.edit(attach(current))}>
            {`算${current.forName}的，接着写`}
          </Button>
          <Button
            block
            tone="secondary"
            onPress={() => report.edit({ ...empty, ...attach(current), ...homeOf(current) })}
          >
            清空重写
          </Button>
        </>
      ) : (
        <>
          <Button block tone="secondary" onPress={restart}>
            重新开始代报
          </Button>
          {draft.assistance && (
            <Button block tone="secondary" onPress={() => report.edit(ownAgain)}>
              算我自己的，接着写
            </Button>
          )}
        </>
      )}
    </View>
  )
}
