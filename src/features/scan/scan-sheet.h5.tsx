import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Sheet } from '@/ui/sheet'
import { openCamera } from './camera.h5'
import { watchForCode } from './watch-for-code.h5'
import type { ScanAsked } from './use-scan.types'
import './scan-sheet.scss'

type Props = { asked: ScanAsked; onAnswer: (text: string | null) => void }

/** The camera's picture until a wanted code is in it; the camera is given back however the sheet goes away. */
export function ScanSheet({ asked, onAnswer }: Props) {
  const [problem, setProblem] = useState<string>()
  const [isSeeing, setSeeing] = useState(false)
  const [hint, setHint] = useState('把码放在画面中间，会自动识别')
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef({ asked, onAnswer })
  latest.current = { asked, onAnswer }
  useEffect(() => {
    const ended = new AbortController()
    const look = async () => {
      const opened = await openCamera(video.current!, ended.signal)
      if (ended.signal.aborted) return
      if (opened !== 'open') return setProblem(`${opened}，请直接输入${latest.current.asked.typed}`)
      setSeeing(true)
      const seen = (text: string) => {
        if (latest.current.asked.isWanted(text)) return latest.current.onAnswer(text)
        setHint(latest.current.asked.unwanted)
      }
      if (!(await watchForCode(video.current!, seen, ended.signal)))
        setProblem(`识别程序没有下载成功，请检查网络后再试，或直接输入${latest.current.asked.typed}`)
    }
    void look()
    return () => ended.abort()
  }, [])
  return (
    <Sheet
      open
      title={asked.title}
      onClose={() => onAnswer(null)}
      actions={<Button block tone="secondary" onPress={() => onAnswer(null)}>{`改为输入${asked.typed}`}</Button>}
    >
      {problem ? (
        <Banner tone="warn" urgent>
          {problem}
        </Banner>
      ) : (
        <View className="scan">
          <View className="scan-window">
            <video ref={video} className="scan-video" playsInline muted aria-label="摄像头画面" />
            <View className="scan-frame" {...aria({ hidden: true })} />
          </View>
          <View className="scan-hint" {...aria({ role: 'status' })}>
            {isSeeing ? hint : '正在打开摄像头…'}
          </View>
        </View>
      )}
    </Sheet>
  )
}
