import type { ReactNode } from 'react'

export type OpenType = 'getPhoneNumber' | 'share' | 'agreePrivacyAuthorization' | 'contact'

export type ButtonBaseProps = {
  children: ReactNode
  className: string
  onPress?: () => void
  label?: string
  disabled?: boolean
  busy?: boolean
  openType?: OpenType
  onOpenType?: (detail: unknown) => void
}
