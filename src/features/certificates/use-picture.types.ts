import type { ReactNode } from 'react'
import type { Certificate } from './drawing'

export interface CertificatePicture {
  /** An address to show the picture by; null while it is drawn. */
  src: string | null
  /** It could not be drawn here. */
  isFailed: boolean
  /** Gives the picture to whoever asked for it; answers what to tell them, and throws nothing. */
  save: () => Promise<string>
  /** Where it is drawn; to be rendered anywhere in the page. */
  stage: ReactNode
}

/** A certificate as a picture, with a code to scan in it. */
export type UsePicture = (certificate: Certificate, scan: string) => CertificatePicture
