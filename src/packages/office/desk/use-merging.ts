import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call, CallError } from '@/client/call'
import { makeRequestId } from '@/client/request-id'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { moveOf } from '@/shared/domain/issues/moves'

/** As many as are merged in one go. */
export const mergedMax = 10

/** Why the chosen rows cannot be merged; null when they can. */
export const mergeProblem = (chosen: readonly IssueBrief[]): string | null => {
  if (chosen.length < 2) return '请选两件或更多'
  if (chosen.length > mergedMax) return `一次最多合并 ${mergedMax} 件`
  if (new Set(chosen.map(({ classCode }) => classCode)).size > 1) return '只能合并同一类的事'
  return chosen.every(({ state }) => moveOf('merge').from.includes(state)) ? null : '已经提交结果或结束的不能合并'
}

/**
 * Merges all chosen rows into the first reported of them, each by a command of its own. Trying again after a lost answer sends the same
 * request, so that nothing is merged twice.
 */
export const useMerging = () => {
  const client = useQueryClient()
  const requests = useRef(new Map<string, string>())
  const [isWorking, setWorking] = useState(false)
  const merge = async (chosen: readonly IssueBrief[]): Promise<{ merged: number; problems: string[] }> => {
    const [parent, ...children] = [...chosen].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    const problems: string[] = []
    setWorking(true)
    for (const child of children) {
      const key = `${child.id} ${parent!.id}`
      const requestId = requests.current.get(key) ?? makeRequestId()
      requests.current.set(key, requestId)
      try {
        await call('issues.moveIssue', { id: child.id, move: 'merge', parentId: parent!.id }, requestId)
      } catch (error) {
        const failed = error instanceof CallError ? error : new CallError('INTERNAL', '没有合并成功')
        problems.push(`${child.code}：${failed.message}`)
        if (!failed.isTransient) requests.current.delete(key)
      }
    }
    setWorking(false)
    void client.invalidateQueries()
    return { merged: children.length - problems.length, problems }
  }
  return { isWorking, merge }
}
