import { View } from '@tarojs/components'
import { momentWords } from '@/features/issues/time-words'
import { Banner, Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { grouped, type Result } from './words'

/** What anybody can check the count by. */
export function SignedRoot({ result, now }: { result: Result; now: string }) {
  return (
    <Section
      title="复核和签名"
      note={`${momentWords(result.countedAt, now)} 从原始记录逐条复核。谁拿到导出的日志，都能在自己的电脑上重新算出这个根。`}
    >
      {!result.isAsTallied && (
        <Banner tone="warn" title="复核与看板不符">
          截止前看板上的累计数与逐条复核的结果不同，以复核为准，原因须查明。
        </Banner>
      )}
      <Card title="公布的根">
        <View className="signed-root">{grouped(result.root)}</View>
      </Card>
      <Card title="社区的签名（Ed25519）">
        <View className="signed-root">{result.signature}</View>
        <View className="figures-label">公钥</View>
        <View className="signed-root">{result.publicKey}</View>
      </Card>
    </Section>
  )
}
