import { useRouter } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { Action } from './actions'
import type { Acting } from './use-acting'

/** Opens the form of an action named in the address (`act`), once, where the reader may do it now. */
export const useBegunAt = (actions: readonly Action[], acting: Acting): void => {
  const { act } = useRouter().params
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || !act || actions.length === 0) return
    isDone.current = true
    const action = actions.find(({ key }) => key === act)
    if (action) void acting.act(action)
  })
}
