import { useEffect } from 'react'
import { holdBack } from './back-closes'

/** WeChat moves the reading focus to a dialog by its role; there is no keyboard to look after. Going back is asked about. */
export function useDialogFocus(_id: string, onClose: () => void): void {
  useEffect(() => holdBack(onClose), [])
}
