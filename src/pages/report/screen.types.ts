import type { ReactNode } from 'react'
import type { Draft } from '@/client/drafts'
import type { Report } from './use-report'

/** What each of the three screens gets. */
export interface ScreenProps {
  draft: Draft
  report: Report
  /** Where one stands among the three. */
  head: ReactNode
}
