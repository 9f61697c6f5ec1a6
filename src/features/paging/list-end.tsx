import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { Button } from '@/ui/button'
import './list-end.scss'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

/** Pulling down reads the list anew, reaching the bottom reads on. */
export const useListGestures = (pages: Pages, alsoRefetch?: () => Promise<unknown>): void => {
  usePullDownRefresh(() => {
    void Promise.all([pages.refetch(), alsoRefetch?.()]).finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
  })
}

/** The last line of a list: a way on that needs no scrolling; after several pages, that this is all. */
export function ListEnd({ pages }: { pages: Pages & { data: { pages: readonly unknown[] } | undefined } }) {
  if (!pages.hasNextPage) {
    return (pages.data?.pages.length ?? 0) > 1 ? <View className="list-end">没有更多了</View> : null
  }
  return (
    <View className="list-end">
      <Button
        tone="ghost"
        size="small"
        loading={pages.isFetchingNextPage}
        loadingText="正在加载…"
        onPress={() => void pages.fetchNextPage()}
      >
        加载更多
      </Button>
    </View>
  )
}
