import { View } from '@tarojs/components'
import { useState } from 'react'
import { momentWords } from '@/features/issues/time-words'
import { Button, Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { canPrint, printPage } from '@/ui/print'
import type { Meeting } from './meeting'

type Props = { meeting: Meeting; onWrite: () => void; onPromise: () => void }

/** The minutes to read, the newest first, the versions before it on demand; the chair writes, and notes what was promised. */
export function Minutes({ meeting, onWrite, onPromise }: Props) {
  const [isWhole, setWhole] = useState(false)
  const { minutes, canWriteMinutes, now } = meeting
  const [latest, ...older] = [...minutes].reverse()
  if (!latest && !canWriteMinutes) return null
  const signed = ({ byName, at }: Meeting['minutes'][number]) => `${byName} · ${momentWords(at, now)}`
  return (
    <Section title="会议纪要" extra={canPrint && latest && <Link onPress={printPage}>打印纪要</Link>}>
      <Card>
        {latest ? (
          <>
            <View className="meeting-minutes">{latest.text}</View>
            <View className="meeting-signed">{signed(latest)}</View>
          </>
        ) : (
          <View className="meeting-signed">还没有写纪要。</View>
        )}
        {older.length > 0 && (
          <Link onPress={() => setWhole(!isWhole)}>{isWhole ? '收起以前的版本' : `以前的版本 ${older.length} 个`}</Link>
        )}
        {isWhole &&
          older.map((one) => (
            <View key={one.at} className="meeting-older">
              <View className="meeting-minutes">{one.text}</View>
              <View className="meeting-signed">{signed(one)}</View>
            </View>
          ))}
        {canWriteMinutes && (
          <View className="meeting-acts">
            <Button size="small" icon="edit" onPress={onWrite}>
              {latest ? '修改纪要' : '写纪要'}
            </Button>
            <Button size="small" tone="secondary" icon="plus" onPress={onPromise}>
              记一项承诺
            </Button>
          </View>
        )}
      </Card>
    </Section>
  )
}
