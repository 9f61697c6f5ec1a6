import { Button as NativeButton, View } from '@tarojs/components'
import type { SendLinkProps } from './send-link.types'

/** On WeChat a link is a card that opens the page; its address is what the page shares while one is there. */
export function SendLink(_props: SendLinkProps) {
  return (
    <View className="ui-button-holder ui-button-holder-block">
      <NativeButton className="ui-button ui-button-primary ui-button-block answer-link-send" openType="share">
        转发给对方
      </NativeButton>
    </View>
  )
}
