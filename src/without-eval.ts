declare global {
  // zod reads its settings from here, also when it loads later in a sub-package.
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

/**
 * WeChat's Function returns undefined instead of throwing, so zod would believe it may compile its parsers. This module
 * must come before everything else; it says so without loading zod.
 */
globalThis.__zod_globalConfig = { jitless: true }

export {}
