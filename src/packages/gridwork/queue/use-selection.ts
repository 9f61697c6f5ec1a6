import { useState } from 'react'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'

/** As many as are done in one go; each is a call of its own. */
export const chosenMax = 20

/** Rows being chosen; null while rows only lead to their issues. */
export const useSelection = () => {
  const [ids, setIds] = useState<readonly string[] | null>(null)
  const toggle = (id: string) =>
    setIds((now) => {
      if (now === null) return now
      if (now.includes(id)) return now.filter((one) => one !== id)
      return now.length < chosenMax ? [...now, id] : now
    })
  return {
    isOn: ids !== null,
    begin: () => setIds([]),
    end: () => setIds(null),
    toggle,
    has: (id: string) => ids?.includes(id) ?? false,
    of: (issues: readonly IssueBrief[]) => issues.filter(({ id }) => ids?.includes(id)),
  }
}

export type Selection = ReturnType<typeof useSelection>
