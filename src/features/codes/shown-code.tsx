import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/ui/aria'
import { Picture } from '@/ui/picture'
import { codePicture } from './code-picture'
import './shown-code.scss'

interface Props {
  /** What the picture holds. */
  scan: string
  /** What the picture is, for whoever does not see it. */
  label: string
  /** What is typed where nobody can scan; read out one by one. */
  typed: string
  /** Written as it is, or in groups that are easier to read. */
  grouped?: string
  children?: ReactNode
}

/** A code held up to somebody: a picture to scan, and the characters to type or read out instead. */
export function ShownCode({ scan, label, typed, grouped = typed, children }: Props) {
  return (
    <View className="shown-code">
      <Picture src={codePicture(scan)} label={label} className="shown-code-picture" />
      <View className="shown-code-typed" {...aria({ role: 'img', label: [...typed].join(' ') })}>
        <Text>{grouped}</Text>
      </View>
      {children}
    </View>
  )
}
