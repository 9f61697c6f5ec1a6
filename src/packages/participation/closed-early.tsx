import { Banner } from '@/ui/card'

/** That a consent ended before its time, for whoever reads how it went. */
export function ClosedEarly({ byName, reason }: { byName: string; reason: string }) {
  return <Banner tone="warn" title={`由${byName}提前截止`}>{`原因：${reason}`}</Banner>
}
