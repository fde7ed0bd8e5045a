export default definePageConfig({ navigationBarTitleText: '采纳情况反馈', enablePullDownRefresh: true });
