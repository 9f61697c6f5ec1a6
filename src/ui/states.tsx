import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from './aria'
import { Button } from './button'
import { Icon } from './icon'
import { Mascot } from './mascot'
import './states.scss'

type EmptyProps = {
  title: string
  words?: string
  mascot?: 'xinbao' | 'shengbao'
  action?: { text: string; onPress: () => void }
}

/** Nothing here yet, said kindly, with what can be done about it. */
export function Empty({ title, words, mascot = 'xinbao', action }: EmptyProps) {
  return (
    <View className="ui-state">
      <Mascot name={mascot} className="ui-state-mascot" />
      <View className="ui-state-title">{title}</View>
      {words && <View className="ui-state-words">{words}</View>}
      {action && (
        <View className="ui-state-action">
          <Button tone="secondary" onPress={action.onPress}>
            {action.text}
          </Button>
        </View>
      )}
    </View>
  )
}

type ErrorProps = { message: string; code?: string; onRetry?: () => void }

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' })
const goBack = () => void Taro.navigateBack()

/** What went wrong and the way on: to try again where that can help, else out of here. */
export function ErrorState({ message, code, onRetry }: ErrorProps) {
  return (
    <View className="ui-state" {...aria({ role: 'alert' })}>
      <View className="ui-state-icon">
        <Icon name="warning" />
      </View>
      <View className="ui-state-title">{message}</View>
      {code && <View className="ui-state-words">{`编号 ${code}，反馈问题时请告诉我们`}</View>}
      {onRetry && (
        <View className="ui-state-action">
          <Button icon="refresh" onPress={onRetry}>
            重试
          </Button>
        </View>
      )}
      {!onRetry && (
        <View className="ui-state-action">
          <Button icon="home" onPress={goHome}>
            回首页
          </Button>
        </View>
      )}
      {!onRetry && Taro.getCurrentPages().length > 1 && (
        <View className="ui-state-action">
          <Button tone="secondary" onPress={goBack}>
            返回
          </Button>
        </View>
      )}
    </View>
  )
}

export function OfflineBar() {
  return (
    <View className="ui-offline" {...aria({ role: 'status' })}>
      <Icon name="offline" className="ui-offline-icon" />
      <Text>网络不通，现在看到的是之前的内容</Text>
    </View>
  )
}

export type Shape = 'list' | 'card' | 'form'

const blocks: Record<Shape, number> = { list: 6, card: 3, form: 4 }

/** Grey shapes of what is coming, so that nothing jumps when it is there. */
export function Loading({ label = '正在加载', shape = 'list' }: { label?: string; shape?: Shape }) {
  return (
    <View className={`ui-loading ui-loading-${shape}`} {...aria({ role: 'status', label, busy: true })}>
      {Array.from({ length: blocks[shape] }, (_, index) => (
        <View key={index} className="ui-bones">
          <View className="ui-bone" />
          <View className="ui-bone ui-bone-short" />
        </View>
      ))}
    </View>
  )
}
