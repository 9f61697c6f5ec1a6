import { Text, View } from '@tarojs/components'
import { Link } from '@/ui/button'
import { Icon } from '@/ui/icon'

/** What has been picked so far, and the way back. */
export function PickedPlace({ label, onClear }: { label: string; onClear: () => void }) {
  return (
    <View className="place-picked">
      <Icon name="pin" className="place-picked-icon" />
      <Text className="place-picked-label">{label}</Text>
      <Link onPress={onClear} label="重选地点">
        重选
      </Link>
    </View>
  )
}
