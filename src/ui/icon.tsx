import { View } from '@tarojs/components'
import { aria } from './aria'

/** Each name has its drawing in icons.scss, which app.scss loads once for all pages. */
// prettier-ignore
export type IconName =
  | 'home' | 'report' | 'inbox' | 'person' | 'pin' | 'building' | 'phone' | 'check' | 'clock' | 'warning' | 'info'
  | 'chevron' | 'back' | 'star' | 'starFilled' | 'search' | 'plus' | 'close' | 'photo' | 'camera' | 'edit' | 'refresh'
  | 'offline' | 'filter' | 'calendar' | 'team' | 'shield' | 'flag' | 'send' | 'mic' | 'door' | 'key' | 'swap' | 'list'
  | 'chart' | 'scan' | 'gift' | 'wind' | 'trash' | 'rubble' | 'poster' | 'leaf' | 'water' | 'pipe' | 'lamp' | 'lift'
  | 'road' | 'bench' | 'car' | 'fire' | 'charging' | 'falling' | 'illegalBuild' | 'noise' | 'pet' | 'dispute' | 'labour'
  | 'fraud' | 'heart' | 'policy' | 'complaint' | 'more'

type Props = {
  name: IconName
  /** Without one the icon is decoration and hidden from screen readers. */
  label?: string
  className?: string
}

/** Takes size and colour from the text around it. */
export function Icon({ name, label, className = '' }: Props) {
  return (
    <View
      className={`ui-icon ui-icon-${name} ${className}`}
      {...(label ? aria({ role: 'img', label }) : aria({ hidden: true }))}
    />
  )
}
