import type { IconName } from '@/ui/icon'

const icons: Record<string, IconName> = {
  litter: 'trash',
  rubble: 'rubble',
  smallAds: 'poster',
  greenery: 'leaf',
  odourPests: 'wind',
  standingWater: 'water',
  pipes: 'pipe',
  powerLight: 'lamp',
  lift: 'lift',
  road: 'road',
  publicFacility: 'bench',
  parking: 'car',
  fireLane: 'fire',
  charging: 'charging',
  fallingObject: 'falling',
  illegalBuild: 'illegalBuild',
  noise: 'noise',
  pets: 'pet',
  dispute: 'dispute',
  labour: 'labour',
  fraud: 'fraud',
  hardship: 'heart',
  policy: 'policy',
  complaint: 'complaint',
  other: 'more',
}

/** The drawing of a class of issues; classes added later get the neutral one. */
export const classIcon = (code: string): IconName => icons[code] ?? 'more'
