import type { organization } from '@/shared/contracts/organization'
import type { Handler } from '../../runtime/handler'

/** What a person can point at by name. Households are left out: who lives where is asked for separately. */
export const listPlaces: Handler<typeof organization.listPlaces> = async (_input, { directory }) => {
  const { estates, buildings } = await directory()
  return {
    estates: estates.map((estate) => ({
      id: estate._id,
      name: estate.name,
      centre: estate.centre,
      buildings: buildings
        .filter((building) => building.estateId === estate._id)
        .map(({ _id, name, gridId, centre, units }) => ({ id: _id, name, gridId, centre, units })),
    })),
  }
}
