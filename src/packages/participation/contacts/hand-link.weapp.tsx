import { Button as NativeButton, View } from '@tarojs/components'

/** What has to be known of a link before it goes out of one's hands. */
export const howToHand = '先打电话核实对方身份，再在微信里发给对方本人，不要发到群里；谁点开都能签，您自己不能用。'

/** WeChat opens a page of the mini-program from a card only, and sends one only when its own button is pressed; the page says what is on it. */
export function HandLink(_props: { path: string }) {
  return (
    <View className="ui-button-holder ui-button-holder-block">
      <NativeButton className="ui-button ui-button-primary ui-button-block answer-link-share" openType="share">
        发给对方
      </NativeButton>
    </View>
  )
}
