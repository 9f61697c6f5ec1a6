import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { codePicture } from '@/features/codes/code-picture'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { Picture } from '@/ui/picture'
import type { Meeting } from './meeting'

type Props = { meeting: Meeting; code: NonNullable<Meeting['code']>; onStale: () => void }

/** Never asked for more often than this, should a clock be off. */
const restMs = 2000

/** The code to hold up in the room: a picture to scan, six digits to type, new every half minute. */
export function RoomCode({ meeting, code, onStale }: Props) {
  useEffect(() => {
    const left = Date.parse(code.changesAt) - Date.parse(meeting.now)
    const timer = setTimeout(onStale, Math.max(restMs, left))
    return () => clearTimeout(timer)
  }, [code.changesAt, meeting.now, onStale])
  return (
    <Section title="签到码" note="请参会的人扫码，或输入六位数字。每半分钟换一次，截图无效。">
      <Card>
        <View className="meeting-code">
          <Picture src={codePicture(code.scan)} label="会议签到码" className="meeting-code-picture" />
          <Text className="meeting-code-digits">{code.digits}</Text>
        </View>
      </Card>
    </Section>
  )
}
