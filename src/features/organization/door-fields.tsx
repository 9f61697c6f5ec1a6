import { PickField } from './pick-field'
import type { useDoor } from './use-door'

type Props = {
  door: ReturnType<typeof useDoor>
  /** What stands beside a field that was left open when the form was sent. */
  missing?: (value: unknown, words: string) => string | undefined
}

/** From the estate down to a door, each field waiting for the one above it. */
export function DoorFields({ door, missing = () => undefined }: Props) {
  return (
    <>
      <PickField
        label="小区"
        options={door.estates}
        value={door.estateId}
        loading={door.places.isPending}
        error={missing(door.estateId, '请选择小区')}
        onPick={door.pickEstate}
      />
      <PickField
        label="楼栋"
        options={door.buildings}
        value={door.buildingId}
        disabled={!door.estateId}
        placeholder={door.estateId ? '请选择' : '先选小区'}
        error={missing(door.buildingId, '请选择楼栋')}
        onPick={door.pickBuilding}
      />
      <PickField
        label="单元"
        options={door.units}
        value={door.unitId}
        disabled={!door.buildingId}
        placeholder={door.buildingId ? '请选择' : '先选楼栋'}
        error={missing(door.unitId, '请选择单元')}
        onPick={door.pickUnit}
      />
      <PickField
        label="门牌号"
        options={door.households}
        value={door.householdId}
        loading={door.doors.isPending}
        disabled={!door.unitId}
        placeholder={door.unitId ? '请选择' : '先选单元'}
        error={door.doors.error?.message ?? missing(door.householdId, '请选择门牌号')}
        onPick={door.pickHousehold}
      />
    </>
  )
}
