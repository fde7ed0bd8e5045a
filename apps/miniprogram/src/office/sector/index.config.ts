export default definePageConfig({ navigationBarTitleText: '界别意见', enablePullDownRefresh: true });
