export default defineAppConfig({
  pages: ['pages/home/index', 'pages/report/index', 'pages/inbox/index', 'pages/mine/index', 'pages/lost/index'],
  subPackages: [
    {
      root: 'packages/resident',
      pages: [
        'issue/index',
        'my-issues/index',
        'my-grid/index',
        'bind-household/index',
        'my-data/index',
        'public-issues/index',
        'public-issue/index',
      ],
    },
    { root: 'packages/office', pages: ['inbox/index', 'meeting/index', 'call-meeting/index', 'access/index'] },
    { root: 'packages/gridwork', pages: ['queue/index', 'leave/index', 'bindings/index', 'roster/index'] },
    {
      root: 'packages/office',
      pages: ['calendar/index', 'supervision/index', 'desk/index', 'desk-part/index', 'exports/index'],
    },
  ],
  window: {
    navigationBarTitleText: '全要素网格',
    navigationBarBackgroundColor: '#f6f2ea',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f2ea',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5f5a52',
    selectedColor: '#0d5f57',
    backgroundColor: '#fffdf9',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-selected.png',
      },
      {
        pagePath: 'pages/report/index',
        text: '上报',
        iconPath: 'assets/tabs/report.png',
        selectedIconPath: 'assets/tabs/report-selected.png',
      },
      {
        pagePath: 'pages/inbox/index',
        text: '消息',
        iconPath: 'assets/tabs/inbox.png',
        selectedIconPath: 'assets/tabs/inbox-selected.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/tabs/mine.png',
        selectedIconPath: 'assets/tabs/mine-selected.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  // Consent comes before photos and places; WeChat asks for it in its own dialogue.
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用于在地图上标出您要上报的位置' } },
})
