import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

/** A browser has no friends to send to; the address goes to the clipboard. */
export function ShareButton() {
  const copy = () =>
    void navigator.clipboard
      .writeText(window.location.href)
      .then(() => toast('链接已复制，可以发给邻居'))
      .catch(() => toast('没有复制成功，请从地址栏复制'))
  return (
    <Button block tone="secondary" icon="send" onPress={copy}>
      复制链接给邻居
    </Button>
  )
}
