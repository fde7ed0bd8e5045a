export default definePageConfig({ navigationBarTitleText: '意见受理', enablePullDownRefresh: true });
