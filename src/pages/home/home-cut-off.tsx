import { View } from '@tarojs/components'
import type { CallError } from '@/client/call'
import { aria } from '@/ui/aria'
import { Banner } from '@/ui/card'
import { Page } from '@/ui/page'
import { ReportDoor } from './report-door'
import { WaitingDrafts } from './waiting-drafts'

type Props = { error: CallError; onRetry: () => void }

/** The first screen when the server has never answered: what works without it still works. */
export function HomeCutOff({ error, onRetry }: Props) {
  return (
    <Page>
      <View className="home-cut-off" {...aria({ role: 'heading', level: 1 })}>
        您好
      </View>
      <Banner tone="warn" icon="offline" title="暂时连不上" action={{ text: '重试', onPress: onRetry }} urgent>
        {`${error.message}。现在也可以上报，写好的内容会存在手机里，联网后自动提交。`}
      </Banner>
      <ReportDoor />
      <WaitingDrafts />
    </Page>
  )
}
