import Taro, { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Pressable } from './pressable'

/** Tabs live in the main package; whatever lies in a sub-package was opened from one of them. */
const tabFolder = /^\/?pages\//
const homePage = '/pages/home/index'

/** A browser has no navigation bar of ours, so a page that is not a tab brings its own way back. */
export function PageFrame({ className, children }: { className: string; children: ReactNode }) {
  const isTab = tabFolder.test(useRouter().path)
  return (
    <main className={className}>
      {!isTab && (
        <nav className="ui-page-nav" aria-label="返回">
          <Pressable className="ui-page-back" onPress={goBack}>
            <Icon name="back" className="ui-page-back-icon" />
            <span>返回</span>
          </Pressable>
        </nav>
      )}
      {children}
    </main>
  )
}

function goBack() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: homePage })
}
