import { View } from '@tarojs/components'
import { useCapability, useCommand } from '@/client/hooks'
import { askToSubscribe, canSubscribe } from '@/client/subscribe'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import './subscribe-button.scss'

type Props = { template: 'issueProgress' | 'staffTask'; words: string }

/**
 * One tap, one message in WeChat: said so, because WeChat allows no more. Not there on the web, and not while the account has no template for
 * it. What WeChat sends is a hint; everything stands in the inbox anyway.
 */
export function SubscribeButton({ template, words }: Props) {
  const query = useCapability('notices.listSubscriptions', {}, { enabled: canSubscribe, staleMinutes: 5 })
  const command = useCommand('notices.addSubscriptions')
  const found = query.data?.templates.find(({ key }) => key === template)
  if (!found) return null

  const ask = async () => {
    const accepted = await askToSubscribe([found.templateId])
    if (accepted.length === 0) return toast('没有订阅，消息仍会在“消息”里')
    command.mutate(
      { accepted: [template] },
      { onSuccess: () => toast('好，下一次会在微信里通知您'), onError: (error) => toast(error.message) },
    )
  }
  return (
    <View className="subscribe">
      <Button block tone="secondary" loading={command.isPending} onPress={() => void ask()}>
        {found.credits > 0 ? `再次订阅（还有 ${found.credits} 次）` : words}
      </Button>
      <View className="subscribe-note">允许一次，收到一条微信通知</View>
    </View>
  )
}
