export default definePageConfig({ navigationBarTitleText: '大字与阅读' });
