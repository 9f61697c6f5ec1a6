import type { ReactNode } from 'react'

/** What is to be scanned, in the words of the page that asks for it. */
export interface ScanAsked {
  /** 扫会场的签到码 */
  title: string
  /** How what can be typed instead is called: 六位数字 */
  typed: string
  /** Whether a text read is one of the codes asked for; the camera passes over any other. */
  isWanted: (text: string) => boolean
  /** What is said of any other code: 这不是会议的签到码… */
  unwanted: string
}

/**
 * Asks for one code of the camera. `scan` answers what a wanted code says, or null when there is none: turned back, no camera, or it
 * may not be used, all of which the person has then been told. `sheet` is to be rendered anywhere in the page.
 */
export type UseScan = (asked: ScanAsked) => readonly [scan: () => Promise<string | null>, sheet: ReactNode]
