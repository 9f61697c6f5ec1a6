import Taro from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { AssistanceBanner } from '@/features/gridwork/assistance-banner'
import { useAssistance } from '@/features/gridwork/use-assistance'
import { pageState } from '@/features/paging/page-state'
import { Button } from '@/ui/button'
import { Page, Section } from '@/ui/page'
import { ByDoor } from './by-door'
import { BySearch } from './by-search'
import { Past } from './past'
import { StartSheet, type Chosen } from './start-sheet'

/** For whom one reports, found by name or by door; what was reported for others before stands below. */
export default function AssistPage() {
  const pages = usePages('residents.listAssistances', {})
  const { current, minutesLeft } = useAssistance()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  return (
    <Page
      title="代为上报"
      lead="老人、不方便用手机的居民有事要报，您替他写。事情算他的：他能看进展、确认、评价，也能撤回。"
      skeleton="form"
      {...pageState(pages)}
    >
      {current && (
        <Section>
          <AssistanceBanner assistance={current} minutesLeft={minutesLeft} />
          <Button block icon="edit" onPress={() => void Taro.switchTab({ url: '/pages/report/index' })}>
            {`去替${current.forName}上报`}
          </Button>
        </Section>
      )}
      <Section title={current ? '换一位居民' : '替谁上报'}>
        <BySearch onChoose={setChosen} />
        <ByDoor onChoose={setChosen} />
      </Section>
      <Past pages={pages} />
      {chosen && <StartSheet chosen={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}
