export default definePageConfig({ navigationBarTitleText: '主席会议', enablePullDownRefresh: true });
