import { View } from '@tarojs/components'
import { useState } from 'react'
import { Cell, CellGroup } from '@/ui/cell'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Empty } from '@/ui/states'
import { PickedPlace } from './picked-place'
import { findBuilding, inBuilding, inEstate, searchPlaces, type Estate, type NamedPlace, type Place } from './places'

type Props = {
  estates: readonly Estate[]
  place: Place
  label: string
  home?: { buildingId: string; unitId: string } | null
  onPick: (picked: NamedPlace) => void
}

/** Estate, building, unit, each in one tap; or all at once by typing "鑫盛 3 2". */
export function BuildingPicker({ estates, place, label, home, onPick }: Props) {
  const [typed, setTyped] = useState('')
  const pick = (picked: NamedPlace) => {
    setTyped('')
    onPick(picked)
  }
  const estate = estates.find(({ id }) => id === place.estateId)
  if (estate) return <InEstate estate={estate} place={place} label={label} onPick={pick} />
  const own = findBuilding(estates, home?.buildingId)
  const found = searchPlaces(estates, typed)
  return (
    <View>
      <SearchField value={typed} onChange={setTyped} placeholder="搜小区或楼号" label="搜索楼栋" />
      {typed.trim() ? (
        <Found found={found} onPick={pick} />
      ) : (
        <>
          {own && home && (
            <CellGroup>
              <Cell
                icon="home"
                title="我家这栋楼"
                note={inBuilding(own.estate, own.building, home.unitId).label}
                onPress={() => pick(inBuilding(own.estate, own.building, home.unitId))}
              />
            </CellGroup>
          )}
          <Choice
            label="在哪个小区"
            options={estates.map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={(id) => pick(inEstate(estates.find((one) => one.id === id)!))}
          />
        </>
      )}
    </View>
  )
}

function Found({ found, onPick }: { found: readonly NamedPlace[]; onPick: (picked: NamedPlace) => void }) {
  if (found.length === 0) {
    return <Empty title="没有找到这栋楼" words="换个小区名或楼号试试，也可以用“文字说明”" mascot="shengbao" />
  }
  return (
    <CellGroup>
      {found.map((one) => (
        <Cell key={one.label} icon="building" title={one.label} onPress={() => onPick(one)} />
      ))}
    </CellGroup>
  )
}

type InEstateProps = { estate: Estate; place: Place; label: string; onPick: (picked: NamedPlace) => void }

const wholeEstate = 'estate'
const wholeBuilding = 'building'

function InEstate({ estate, place, label, onPick }: InEstateProps) {
  const building = estate.buildings.find(({ id }) => id === place.buildingId)
  return (
    <View>
      <PickedPlace label={label} onClear={() => onPick({ place: {}, label: '' })} />
      <Choice
        label="哪栋楼"
        options={[
          { value: wholeEstate, label: '公共区域' },
          ...estate.buildings.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={building?.id ?? wholeEstate}
        onChange={(id) => {
          const chosen = estate.buildings.find((one) => one.id === id)
          onPick(chosen ? inBuilding(estate, chosen) : inEstate(estate))
        }}
      />
      {building && (
        <Choice
          label="哪个单元"
          options={[
            { value: wholeBuilding, label: '整栋楼、说不准' },
            ...building.units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={place.unitId ?? wholeBuilding}
          onChange={(id) => onPick(inBuilding(estate, building, id))}
        />
      )}
    </View>
  )
}
