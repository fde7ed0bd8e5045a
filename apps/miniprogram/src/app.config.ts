export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/find/index',
    'pages/letters/index',
    'pages/notices/index',
    'pages/me/index',
    'pages/member/index',
    'pages/write/index',
    'pages/sent/index',
    'pages/letter/index',
    'pages/sign-in/index',
    'pages/settings/index',
    'pages/sessions/index',
    'pages/about/index',
    'pages/link/index',
  ],
  subPackages: [
    { root: 'member', pages: ['workbench/index', 'inbox/index', 'letter/index', 'templates/index'] },
    {
      root: 'office',
      pages: [
        'desk/index',
        'roster/index',
        'codes/index',
        'moderation/index',
        'channels/index',
        'overdue/index',
        'templates/index',
        'answers/index',
        'letter/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '连心桥',
    navigationBarBackgroundColor: '#0d5c63',
    navigationBarTextStyle: 'white',
    backgroundColor: '#f6f3ec',
    backgroundTextStyle: 'dark',
  },
  // The bar is drawn by the Page component, so that its words grow in large-text mode; WeChat's own cannot.
  tabBar: {
    custom: true,
    color: '#53605f',
    selectedColor: '#0d5c63',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/find/index', text: '找委员' },
      { pagePath: 'pages/letters/index', text: '我的来信' },
      { pagePath: 'pages/notices/index', text: '消息' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  // Only for the place that a letter is about, when the writer opens the map.
  requiredPrivateInfos: ['chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
});
