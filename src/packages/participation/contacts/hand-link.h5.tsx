import { View } from '@tarojs/components'
import { copyText } from '@/client/clipboard'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

/** What has to be known of a link before it goes out of one's hands. */
export const howToHand = '只在这里显示一次。打电话核实对方身份后再发；谁拿到都能签，您自己不能用。'

/** The address a browser opens, to be sent by whatever way there is. */
export function HandLink({ path }: { path: string }) {
  const address = `${window.location.origin}/#${path}`
  return (
    <View>
      <View className="answer-link">{address}</View>
      <Button block icon="send" onPress={() => void copyText(address).then(() => toast('已复制'))}>
        复制链接
      </Button>
    </View>
  )
}
