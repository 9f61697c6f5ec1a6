import { Button as NativeButton, View } from '@tarojs/components'

/** WeChat passes a page on only when its own button is pressed. */
export function ShareButton() {
  return (
    <View className="ui-button-holder ui-button-holder-block">
      <NativeButton className="ui-button ui-button-secondary ui-button-block public-share" openType="share">
        转发给邻居
      </NativeButton>
    </View>
  )
}
