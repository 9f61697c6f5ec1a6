import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { NormalModuleReplacementPlugin } from 'webpack'

const root = path.resolve(__dirname, '..')
const platform = process.env.TARO_ENV ?? 'weapp'

/** These packages ship ES2022 as it is (#private, ??=); without a pass through Babel old phones get a blank page. */
const isModernPackage = (file: string) => /[\\/]node_modules[\\/](@tanstack|qr|zod|zustand)[\\/]/.test(file)

const babel = { compact: false, babelrc: false, configFile: path.join(root, 'config/babel.cjs') }

/**
 * Taro's own options are for the legacy API; a function replaces them where an object would be merged with them. Expanded,
 * because compressing drops the comments by which styles for H5 alone are told apart; the minimizer comes later anyway.
 */
const sass = { api: 'modern', sassOptions: () => ({ style: 'expanded' }) }

/** What `npm run dev:weapp` says about the local cloud; empty in every other build. */
const localCloud = process.env.LOCAL_CLOUD ?? ''

/** For the local cloud another transport stands in the place of WeChat's; nothing else of the program knows. */
const localTransport = new NormalModuleReplacementPlugin(/^\.\/transport$/, (resource) => {
  if (/[\\/]src[\\/]client$/.test(resource.context)) resource.request = './transport.local'
})

const cssModules = { enable: false }

export default defineConfig<'webpack5'>((merge) =>
  merge({}, {
    projectName: 'full-element-grid',
    date: '2025-1-1',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: process.env.TARO_OUTPUT ?? `dist/${platform}`,
    alias: { '@': path.join(root, 'src') },
    plugins: [path.join(root, 'config/taro-aria/index.cjs')],
    defineConstants: {
      'process.env.CLOUD': JSON.stringify(localCloud ? 'local' : 'wechat'),
      ...(localCloud ? { LOCAL_CLOUD: localCloud } : {}),
    },
    copy: { patterns: [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true },
    logger: { quiet: true, stats: false },
    // Taro's default for H5 quotes every key, which turns #private fields into the invalid #"private".
    terser: { enable: true, config: { output: { quote_keys: false, keep_quoted_props: false } } },
    mini: {
      compile: { include: [isModernPackage] },
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      sassLoaderOption: sass,
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
      webpackChain(chain) {
        if (localCloud) chain.plugin('localTransport').use(localTransport)
        chain.module
          .rule('script')
          .use('babelLoader')
          .tap((options) => ({ ...options, ...babel }))
      },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: [isModernPackage] },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      sassLoaderOption: sass,
      postcss: { autoprefixer: { enable: true, config: {} }, cssModules },
      webpackChain(chain) {
        chain.module
          .rule('script')
          .use('babelLoader')
          .tap((options) => ({ ...options, ...babel }))
        // The default repeats shared modules in the chunk of every page.
        chain.optimization.splitChunks({
          chunks: 'all',
          maxInitialRequests: 20,
          cacheGroups: {
            default: false,
            defaultVendors: false,
            taro: {
              name: 'taro',
              test: /[\\/]node_modules[\\/](@tarojs|@stencil|react|react-dom|scheduler)[\\/]/,
              chunks: 'all',
              priority: 20,
              enforce: true,
            },
            vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, chunks: 'initial', priority: 10 },
            common: { name: 'common', minChunks: 2, chunks: 'async', priority: 5, reuseExistingChunk: true },
          },
        })
        chain.performance.hints(false)
      },
    },
  } satisfies UserConfigExport<'webpack5'>),
)
