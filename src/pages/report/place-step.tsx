import { View } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/client/me'
import { PlacePicker } from '@/features/issues/place/place-picker'
import { hasSpot, spotOf, type NamedPlace } from '@/features/issues/place/places'
import { ActionBar } from '@/ui/action-bar'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Page } from '@/ui/page'
import { problemAt } from './problem'
import type { ScreenProps } from './screen.types'

/** Where it is. Anything will do: a building, a pin, or a few words. */
export function PlaceStep({ draft, report, head }: ScreenProps) {
  const me = useMe()
  const [isMissing, setMissing] = useState(false)
  const { place, placeLabel } = draft

  const pick = (picked: NamedPlace) => {
    setMissing(false)
    const words = place.words ? { words: place.words } : {}
    report.edit({ place: { ...picked.place, ...words }, placeLabel: picked.label, gridId: undefined })
  }
  const write = (typed: string) => {
    const words = typed.trim()
    if (words) setMissing(false)
    report.edit({ place: { ...spotOf(place), ...(words ? { words } : {}) } })
  }
  const next = () => {
    if (hasSpot(place) || place.words) report.turn(2)
    else setMissing(true)
  }

  return (
    <Page
      bottom={
        <ActionBar>
          <Button block tone="secondary" onPress={() => report.turn(0)}>
            上一步
          </Button>
          <Button block onPress={next}>
            下一步
          </Button>
        </ActionBar>
      }
    >
      {head}
      <View className="report-title" {...aria({ role: 'heading', level: 1 })}>
        在哪儿？
      </View>
      <PlacePicker
        place={place}
        label={placeLabel}
        home={draft.assistance ? null : (me.data?.household ?? null)}
        onPick={pick}
        onWords={write}
        error={isMissing ? '请选择地点、在地图上标出，或写下地点' : problemAt(draft, 'place')}
      />
    </Page>
  )
}
