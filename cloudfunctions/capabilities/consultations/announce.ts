import { topicAnnouncements } from '@/shared/domain/consultations/notices'
import type { Transaction } from '../../store/store'

/** Tells everybody who took part of a move, written with it; a job delivers it. */
export const announce = async (tx: Transaction, ...message: Parameters<typeof topicAnnouncements>): Promise<void> => {
  for (const one of topicAnnouncements(...message)) await tx.announcements.create(one)
}
