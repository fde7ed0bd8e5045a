export default definePageConfig({ navigationBarTitleText: '关于连心桥' });
