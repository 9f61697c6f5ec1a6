const path = require('node:path')
const attributes = require('./attributes.json')

/**
 * Taro plugin: lets aria attributes through to the compiled mini-program. Taro's own templates leave them out, so what
 * a page says to a screen reader would never reach it. The template generator and the runtime number attributes by the
 * same list and must never differ, which is why both read attributes.json.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
    },
  })
}
