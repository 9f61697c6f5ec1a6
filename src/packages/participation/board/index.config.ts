export default definePageConfig({ navigationBarTitleText: '征询看板', enablePullDownRefresh: true })
