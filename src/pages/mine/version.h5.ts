/** What runs in a browser has no release of its own. */
export const versionWords = (): string => '浏览器体验版'
