import { Text, View } from '@tarojs/components'
import { limitLabel, responsibleLabel, type IssueClass } from '@/shared/domain/issues/classes'
import { Link } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { classIcon } from './class-icon'

type Props = { issueClass: IssueClass; onChangePress: () => void }

/** The class that was chosen, who it goes to first and how long that may take. */
export function ChosenClass({ issueClass, onChangePress }: Props) {
  return (
    <View className="class-chosen">
      <View className="class-chosen-icon">
        <Icon name={classIcon(issueClass.code)} />
      </View>
      <View className="class-chosen-words">
        <Text className="class-chosen-name">{issueClass.name}</Text>
        <View className="class-chosen-note">
          {`先由${responsibleLabel(issueClass)}处理，${limitLabel(issueClass.limit)}内办结`}
        </View>
      </View>
      <Link onPress={onChangePress} label="更换类别">
        更换
      </Link>
    </View>
  )
}
