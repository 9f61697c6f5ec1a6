import { View } from '@tarojs/components'
import { copyText } from '@/client/clipboard'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import type { SendLinkProps } from './send-link.types'

/** A browser shows the address and copies it. */
export function SendLink({ path }: SendLinkProps) {
  const address = `${window.location.origin}/#${path}`
  const copy = async () => {
    await copyText(address)
    toast('已复制，请粘贴发给对方')
  }
  return (
    <>
      <View className="answer-link">{address}</View>
      <Button block icon="send" onPress={() => void copy().catch(() => toast('没有复制上，请长按链接选取'))}>
        复制链接
      </Button>
    </>
  )
}
