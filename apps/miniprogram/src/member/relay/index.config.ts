export default definePageConfig({ navigationBarTitleText: '转告群众' });
