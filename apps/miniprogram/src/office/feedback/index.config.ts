export default definePageConfig({ navigationBarTitleText: '反馈与转告', enablePullDownRefresh: true });
