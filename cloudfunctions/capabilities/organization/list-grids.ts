import type { organization } from '@/shared/contracts/organization'
import type { Handler } from '../../runtime/handler'

/** The map: every grid of the caller's community, holes included. */
export const listGrids: Handler<typeof organization.listGrids> = async (_input, { directory }) => {
  const place = await directory()
  return {
    grids: place.grids.map((grid) => ({
      id: grid._id,
      number: grid.number,
      name: grid.name,
      groupName: place.partyNames.get(grid.groupId)?.name ?? '',
      rings: grid.rings,
      centre: grid.centre,
    })),
  }
}
