import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { deedBy, takeDeed, type Deed } from '@/client/deeds'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { toast } from '@/ui/toast'
import type { Acting } from './use-acting'

interface DeedBack {
  /** What the forms of this page begin with: a deed that was refused, opened again to be changed. */
  begun: Deed | undefined
  /** Its words and photos have gone on in another deed. */
  done: () => void
}

/**
 * Opens the form of a deed that came back (`deed` in the address), with everything that was written. Where the issue has moved on so
 * that the step is no longer there, its words and photos go into the next best: what was solved on the spot is submitted, and anything
 * can be noted as progress.
 */
export const useDeedBack = (issue: IssueDetail | undefined, acting: Acting): DeedBack => {
  const { deed: id = '' } = useRouter().params
  const [begun, setBegun] = useState<Deed>()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const deed = id && !begun && !isOver ? deedBy(id) : undefined
    if (!issue || !deed) return
    const acts = [deed.act, ...(deed.act === 'solveOnSpot' ? ['submit'] : [])]
    const allowed = acts.flatMap((act) => issue.moves.find(({ move }) => move === act) ?? [])[0]
    setOver(true)
    if (allowed) {
      setBegun(deed)
      acting.begin(allowed)
    } else if (issue.canAddProgress) {
      setBegun(deed)
      if (deed.act !== 'progress') toast('这件事已经变了，写的内容可以记成进展')
      acting.show('progress')
    } else toast('这件事已经往前走了，存下的这一步用不上了，可以删掉')
  }, [issue, id, begun, isOver, acting])
  const done = () => {
    if (begun) takeDeed(begun.id)
    setBegun(undefined)
  }
  return { begun, done }
}
