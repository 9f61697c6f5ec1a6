import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { useNeedsPersona } from '@/features/session/gate'
import { Page } from '@/ui/page'
import { Steps } from '@/ui/steps'
import { Assisted } from './assisted'
import { Held } from './held'
import { JoinedEnd } from './joined'
import { LikeStep } from './like-step'
import { PhotoStep } from './photo-step'
import { PlaceStep } from './place-step'
import { steps } from './problem'
import { Sent } from './sent'
import { useReport } from './use-report'
import { WordsStep } from './words-step'
import './index.scss'

const screens = [PhotoStep, PlaceStep, WordsStep] as const

/** 上报: photo, place, words, in three screens; the draft is kept from the first tap on. */
export default function ReportPage() {
  const needsPersona = useNeedsPersona()
  const report = useReport()
  const { draft, outcome, found } = report
  const step = Math.min(draft.step, screens.length - 1)
  useEffect(() => {
    if (needsPersona) void Taro.switchTab({ url: '/pages/home/index' })
  }, [needsPersona])
  useEffect(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }), [step, outcome, found])

  if (outcome?.kind === 'sent') return <Sent {...outcome} onAgain={report.begin} />
  if (outcome?.kind === 'joined') return <JoinedEnd outcome={outcome} onAgain={report.begin} onUndone={report.undone} />
  if (outcome) return <Held draftId={draft.id} outcome={outcome} onAgain={report.begin} />
  if (needsPersona) return <Page loading skeleton="form" />
  if (found)
    return (
      <LikeStep
        issues={found.issues}
        now={found.now}
        isSending={report.isSending}
        onJoined={report.joined}
        onBack={report.backToWords}
        onGoOn={() => void report.sendAnyway()}
      />
    )
  const Screen = screens[step]!
  return (
    <Screen
      key={step === 0 ? 'photos' : `${draft.id}-${step}`}
      draft={draft}
      report={report}
      head={
        <>
          <Assisted draft={draft} report={report} />
          <View className="report-steps">
            <Steps steps={steps} current={step} />
          </View>
        </>
      }
    />
  )
}
