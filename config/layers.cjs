/**
 * Who may import whom. No exceptions: when something needs one, the structure is wrong.
 */
const only = (name, comment, from, allowed, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...more },
  to: { pathNot: allowed },
})
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const shared = '^src/shared/'
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`

module.exports = {
  forbidden: [
    never(
      'no-cycles',
      'A cycle has no layers.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    only('kernel-alone', 'kernel → nothing but itself, zod and dayjs', `${shared}kernel/`, [
      `${shared}kernel/`,
      npm('zod', 'dayjs'),
    ]),
    only('contracts-know-no-rules', 'contracts → kernel', `${shared}contracts/`, [
      `${shared}(kernel|contracts)/`,
      npm('zod'),
    ]),
    only('shared-is-pure', 'shared → shared, zod, dayjs', shared, [shared, npm('zod', 'dayjs')]),
    never(
      'src-without-functions',
      'the client never imports the server',
      { path: '^src/' },
      { path: '^(cloudfunctions|emulator|config|test)/' },
    ),
    never(
      'functions-only-shared',
      'the server takes only src/shared',
      { path: '^cloudfunctions/' },
      { path: '^(src/(?!shared/)|emulator|config|test)' },
    ),
    only(
      'capabilities-see-ports',
      'capabilities → runtime, store, shared; never adapters or SDKs',
      '^cloudfunctions/capabilities/',
      ['^cloudfunctions/(capabilities|runtime|store)/', shared],
    ),
    never(
      'capability-domains-are-apart',
      'capability domains share decisions through shared/domain, not code',
      { path: '^cloudfunctions/capabilities/([^/]+)/' },
      { path: '^cloudfunctions/capabilities/', pathNot: '^cloudfunctions/capabilities/$1/' },
    ),
    only('runtime-below-capabilities', 'runtime → store, shared', '^cloudfunctions/runtime/', [
      '^cloudfunctions/(runtime|store)/',
      shared,
      npm('zod', 'fflate', 'read-excel-file', 'write-excel-file'),
      '^(node:)?crypto$',
    ]),
    only('store-below-runtime', 'store → shared and the types of the SDK', '^cloudfunctions/store/', [
      '^cloudfunctions/store/',
      shared,
      npm('zod', '@cloudbase/node-sdk'),
    ]),
    only('adapters-know-ports', 'adapters → ports of runtime and store', '^cloudfunctions/adapters/', [
      '^cloudfunctions/(adapters|runtime|store)/',
      shared,
      npm('zod', '@cloudbase/node-sdk'),
    ]),
    only('sample-is-data', 'sample → shared', '^cloudfunctions/sample/', ['^cloudfunctions/sample/', shared]),
    never(
      'packages-are-islands',
      'sub-packages share through features, never with each other',
      { path: '^src/packages/([^/]+)/' },
      { path: '^src/packages/', pathNot: '^src/packages/$1/' },
    ),
    never(
      'nobody-imports-pages',
      'a page is reached by its address',
      { path: '^src/(?!pages/|packages/)' },
      { path: '^src/(pages|packages)/' },
    ),
    never(
      'pages-stay-apart',
      'a page imports no other page',
      { path: '^src/pages/([^/]+)/' },
      { path: '^src/(pages|packages)/', pathNot: '^src/pages/$1/' },
    ),
    never(
      'packages-without-main-pages',
      'a sub-package is downloaded by itself',
      { path: '^src/packages/' },
      { path: '^src/pages/' },
    ),
    never(
      'entries-on-top',
      'nobody imports the entry of a function, nor one entry another',
      { path: '^cloudfunctions/(?!(?:api|jobs|web)/)|^cloudfunctions/(api|jobs|web)/' },
      { path: '^cloudfunctions/(api|jobs|web)/', pathNot: '^cloudfunctions/$1/' },
    ),
    only('ui-knows-no-domain', 'ui → ui and libraries', '^src/ui/', ['^src/ui/', '^src/assets/', '(^|/)node_modules/']),
    only('client-below-features', 'client → client, shared and libraries', '^src/client/', [
      '^src/client/',
      shared,
      '(^|/)node_modules/',
    ]),
    only('features-below-pages', 'features → features, ui, client, shared', '^src/features/', [
      '^src/(features|ui|client|shared|assets)/',
      '(^|/)node_modules/',
    ]),
    never(
      'emulator-knows-no-product',
      'the emulator could serve any project',
      { path: '^emulator/' },
      { path: '^(src|cloudfunctions|config|test)/' },
    ),
    never('no-unresolved', 'an import that leads nowhere', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.d\\.ts$|^dist/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.h5.ts', '.h5.tsx', '.scss', '.css', '.png'],
    },
  },
}
