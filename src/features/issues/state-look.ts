import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import type { IssueState } from '@/shared/kernel/vocabulary'
import type { IconName } from '@/ui/icon'
import type { Tone } from '@/ui/tag'

interface Look {
  tone: Tone
  icon: IconName
}

/** Colour and sign of each state on its own. */
export const stateLooks: Record<IssueState, Look> = {
  reported: { tone: 'info', icon: 'send' },
  dispatched: { tone: 'info', icon: 'person' },
  handling: { tone: 'primary', icon: 'refresh' },
  suspended: { tone: 'neutral', icon: 'clock' },
  verifying: { tone: 'warn', icon: 'search' },
  returned: { tone: 'warn', icon: 'edit' },
  closed: { tone: 'success', icon: 'check' },
  declined: { tone: 'neutral', icon: 'info' },
  merged: { tone: 'neutral', icon: 'swap' },
  withdrawn: { tone: 'neutral', icon: 'back' },
}

/** Colour and sign of how an issue stands; the word is beside them. Closed looks good only where something was solved. */
export const lookOf = ({ state, result }: Pick<IssueBrief, 'state' | 'result'>): Look =>
  state === 'closed' && result !== 'resolved' ? { tone: 'neutral', icon: 'info' } : stateLooks[state]

type Urgency = 'normal' | 'amber' | 'red' | 'none'

export const urgencyTones: Record<Urgency, Tone> = { normal: 'neutral', amber: 'warn', red: 'danger', none: 'neutral' }
export const urgencyIcons: Record<Urgency, IconName> = {
  normal: 'clock',
  amber: 'warning',
  red: 'warning',
  none: 'clock',
}
