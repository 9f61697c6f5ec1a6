import { Button as NativeButton, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { answerPrivacy, exposePrivacy, standToAsk, usePrivacyQuestion } from '@/client/privacy.weapp'
import { Button, Link } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import './privacy-ask.scss'

export { watchPrivacy } from '@/client/privacy.weapp'

/** WeChat checks that this very button was pressed before it lets the use go on. */
const agreeId = 'privacy-agree'

const readGuide = () => Taro.openPrivacyContract({ fail: () => toast('暂时打不开，请稍后再看') })
const refuse = () => answerPrivacy({ event: 'disagree' })
const agree = () => answerPrivacy({ event: 'agree', buttonId: agreeId })

const ofReports = ['照片和位置只用来说明您上报的事，别处不用。', '不同意也能上报：不加照片，用文字写下地点就行。']

/**
 * Put on every page that uses what WeChat asks about: its question for consent, in the size the person reads. `words` say what it is used
 * for here, and how to go on without; photos and places of reports, unless others are given.
 */
export function PrivacyAsk({ words = ofReports }: { words?: readonly string[] }) {
  useEffect(standToAsk, [])
  const isAsked = usePrivacyQuestion(({ waiting }) => waiting.length > 0)
  return isAsked ? <Question words={words} /> : null
}

function Question({ words }: { words: readonly string[] }) {
  useEffect(exposePrivacy, [])
  return (
    <Sheet
      open
      title="使用前请您同意"
      onClose={refuse}
      actions={
        <>
          <Button block tone="secondary" onPress={refuse}>
            不同意
          </Button>
          <View className="ui-button-holder ui-button-holder-block">
            <NativeButton
              id={agreeId}
              className="ui-button ui-button-primary ui-button-block privacy-agree"
              openType="agreePrivacyAuthorization"
              onAgreePrivacyAuthorization={agree}
            >
              同意
            </NativeButton>
          </View>
        </>
      }
    >
      {words.map((sentence) => (
        <View key={sentence}>{sentence}</View>
      ))}
      <Link icon="chevron" onPress={readGuide}>
        查看隐私指引
      </Link>
    </Sheet>
  )
}
