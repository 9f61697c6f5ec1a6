import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { FieldNotes } from '@/ui/field'
import { Segmented } from '@/ui/segmented'
import { Loading } from '@/ui/states'
import { BuildingPicker } from './building-picker'
import { PlaceMap } from './place-map'
import { PickedPlace } from './picked-place'
import { hasSpot, type NamedPlace, type Place } from './places'
import { PlaceWords } from './place-words'
import './place-picker.scss'

type Way = 'building' | 'map' | 'words'

const ways = [
  { value: 'building', label: '选楼栋' },
  { value: 'map', label: '地图标点' },
  { value: 'words', label: '文字说明' },
] as const

const wayOf = (place: Place): Way =>
  place.point ? 'map' : place.words && !place.estateId && !place.buildingId ? 'words' : 'building'

type Props = {
  place: Place
  label: string
  onPick: (picked: NamedPlace) => void
  onWords: (words: string) => void
  home?: { buildingId: string; unitId: string } | null
  error?: string
}

/** Where it is: by building, by a pin on the map, or in words. None of them needs a permission. */
export function PlacePicker({ place, label, onPick, onWords, home, error }: Props) {
  const [way, setWay] = useState<Way>(() => wayOf(place))
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 60 })
  const estates = places.data?.estates
  return (
    <View className="place-picker">
      <Segmented label="用哪种方式说明地点" items={ways} value={way} onChange={setWay} />
      {error && (
        <View className="place-error">
          <FieldNotes id="place" error={error} />
        </View>
      )}
      {way === 'building' && !estates && !places.error && <Loading shape="form" label="正在读取小区和楼栋" />}
      {way === 'building' && places.error && !estates && (
        <View className="place-trouble">{`${places.error.message}。您也可以改用“文字说明”。`}</View>
      )}
      {way === 'building' && estates && (
        <BuildingPicker estates={estates} place={place} label={label} home={home} onPick={onPick} />
      )}
      {way === 'map' && (
        <PlaceMap place={place} estates={estates ?? []} onPick={onPick} onWords={() => setWay('words')} />
      )}
      {way === 'words' && hasSpot(place) && (
        <PickedPlace label={label} onClear={() => onPick({ place: {}, label: '' })} />
      )}
      <PlaceWords
        key={way === 'words' ? 'only' : 'beside'}
        isOnly={way === 'words'}
        words={place.words}
        onWords={onWords}
      />
    </View>
  )
}
