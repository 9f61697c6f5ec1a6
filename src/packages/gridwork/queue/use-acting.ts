import { useState } from 'react'
import { CallError } from '@/client/call'
import { earlierOf, performAll, takeDeed, type DeedWords } from '@/client/deeds'
import type { KeptPhoto } from '@/client/shelf'
import { moveWords } from '@/features/issues/move-words'
import { toast } from '@/ui/toast'
import { tallyWords, type QueueAct } from './acts'

/** Doing one thing to all that were chosen, and how far it is. */
export const useTogether = (onDone: () => void) => {
  const [progress, setProgress] = useState<string | null>(null)
  const run = async ({ act, issues }: QueueAct, words: DeedWords = {}, photos: KeptPhoto[] = []) => {
    setProgress(`正在办 0/${issues.length} 件`)
    const earlier = earlierOf(
      act,
      issues.map(({ id }) => id),
    )
    try {
      const done = issues.map((issue) => ({ issue, act, words, photos }))
      const tally = await performAll(done, (finished) => setProgress(`正在办 ${finished}/${issues.length} 件`))
      // What was given for the try before stands in this one now.
      earlier?.ids.forEach(takeDeed)
      const isOne = issues.length === 1 && tally.sent === 1 && act !== 'progress'
      toast(isOne ? moveWords[act].done : tallyWords(tally))
      onDone()
    } catch (error) {
      toast(error instanceof CallError ? error.message : '没有办成，请再试一次')
    } finally {
      setProgress(null)
    }
  }
  return { progress, run }
}
