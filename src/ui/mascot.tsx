import { View } from '@tarojs/components'
import { aria } from './aria'
import './mascot.scss'

type Props = {
  name: 'xinbao' | 'shengbao'
  /** Without one the figure is decoration. */
  label?: string
  className?: string
}

/** 鑫宝 is a little house, 盛宝 a sprout. Their drawings lie in assets/mascots and can be replaced there. */
export function Mascot({ name, label, className = '' }: Props) {
  return (
    <View
      className={`ui-mascot ui-mascot-${name} ${className}`}
      {...(label ? aria({ role: 'img', label }) : aria({ hidden: true }))}
    />
  )
}
