import { useEffect, useState } from 'react'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { minuteMs } from '@/shared/kernel/time'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { dutiesOf } from './duties'

export type Assistance = OutputOf<ContractOf<'residents.listAssistances'>>['assistances'][number]

const tickMs = 15_000

/**
 * The assistance (代报) that is on, and the minutes left by the server's clock; null for whoever has none. Counted on between two answers, so
 * that what stands on the screen is over when it is over.
 */
export const useAssistance = (): { current: Assistance | null; minutesLeft: number; isKnown: boolean } => {
  const me = useMe().data
  const isAsked = me !== undefined && dutiesOf(me.person.roles).assists
  const query = useCapability('residents.listAssistances', {}, { enabled: isAsked })
  const [, tick] = useState(0)
  const on = query.data?.assistances.find(({ isOn }) => isOn) ?? null
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => tick((count) => count + 1), tickMs)
    return () => clearInterval(timer)
  }, [on?.id])
  if (!query.data || !on)
    return { current: null, minutesLeft: 0, isKnown: me !== undefined && (!isAsked || !!query.data) }
  const nowMs = Date.parse(query.data.now) + (Date.now() - query.dataUpdatedAt)
  const minutesLeft = Math.ceil((Date.parse(on.endsAt) - nowMs) / minuteMs)
  return { current: minutesLeft > 0 ? on : null, minutesLeft, isKnown: true }
}
