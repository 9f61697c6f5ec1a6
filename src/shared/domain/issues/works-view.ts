import type { WorksShown } from '../../contracts/issues/works-shapes'
import { dayOf } from '../../kernel/time'
import type { Issue } from './issue'
import { worksDaysOf } from './works'

/** The works of an issue with the photos that may be shown; a pair without its first photo is left out. */
export const worksShownOf = (
  { works }: Pick<Issue, 'works'>,
  urls: ReadonlyMap<string, string>,
  now: number,
  mayShow: (fileId: string) => boolean = () => true,
): WorksShown | null => {
  if (!works) return null
  const photoOf = (fileId: string | null) => {
    const url = fileId && mayShow(fileId) ? urls.get(fileId) : undefined
    return fileId && url ? { id: fileId, url } : null
  }
  return {
    what: works.what,
    startOn: works.startOn,
    endOn: works.endOn,
    days: worksDaysOf(works, dayOf(now)),
    areaSquareMeters: works.areaSquareMeters,
    pairs: works.pairs.flatMap(({ spot, beforeId, afterId }) => {
      const before = photoOf(beforeId)
      return before ? [{ spot, before, after: photoOf(afterId) }] : []
    }),
  }
}
