import { View } from '@tarojs/components'
import { usePages } from '@/client/hooks'
import { openIssue } from '@/features/issues/open-issue'
import { momentWords } from '@/features/issues/time-words'
import { shareWords } from '@/shared/kernel/percent'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Section } from '@/ui/page'
import type { Figures } from './rates'

/** Which fixes on the spot were drawn for a check, and how many of all. */
export function Drawn({ figures }: { figures: Figures }) {
  const pages = usePages('insight.listDrawn', {})
  const read = pages.data?.pages ?? []
  const drawn = read.flatMap((page) => page.drawn)
  return (
    <Section title="随手解决的抽查">
      <View className="rates-means">
        {`随手解决 ${figures.spot} 件，抽中核查 ${figures.drawn} 件${shareWords(figures.drawn, figures.spot)}。抽中与否只由编号算出，约十件抽一件，人改不了，重算还是这些。`}
      </View>
      {drawn.length > 0 && (
        <CellGroup title="抽中的（不限月份）">
          {drawn.map(({ issueId, code, gridName, drawnAt }) => (
            <Cell
              key={issueId}
              icon="check"
              title={code}
              note={[gridName, momentWords(drawnAt, read[0]!.now)].filter(Boolean).join(' · ')}
              onPress={() => openIssue(issueId)}
            />
          ))}
        </CellGroup>
      )}
      {pages.hasNextPage && (
        <Button block tone="secondary" loading={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          看更早的
        </Button>
      )}
    </Section>
  )
}
