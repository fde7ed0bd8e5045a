import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { ProvidePlugin } from 'webpack';

/** Written for newer engines than the oldest phones have, so they are compiled like our own code. */
const compiledPackages = [
  (file: string) => /[\\/]packages[\\/]shared[\\/]dist[\\/]|[\\/]node_modules[\\/](@tanstack|zustand)[\\/]/.test(file),
];

/** Sizes are logical pixels in both builds: nothing grows with the width of the screen; large text is a matter of tokens. */
const pxtransform = { enable: false, config: {} };

const apiBase = process.env.TARO_ENV === 'h5' ? '' : (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:3000');

const config: UserConfigExport<'webpack5'> = {
  projectName: 'lianxin',
  date: '2025-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: { '@': path.resolve(__dirname, '../src') },
  plugins: [path.resolve(__dirname, 'accessibility')],
  defineConstants: { API_BASE: JSON.stringify(apiBase) },
  mini: {
    compile: { include: compiledPackages },
    postcss: { pxtransform },
    miniCssExtractPluginOption: { ignoreOrder: true },
    optimizeMainPackage: { enable: true },
    webpackChain(chain) {
      chain
        .plugin('abort-controller')
        .use(ProvidePlugin, [
          { AbortController: [require.resolve('abort-controller/dist/abort-controller.js'), 'AbortController'] },
        ]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    compile: { include: compiledPackages },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true, config: {} } },
    webpackChain(chain) {
      // What most pages share is loaded once, not with each of them; Ant Design stays with the desks.
      chain.optimization.splitChunks({
        chunks: 'async',
        cacheGroups: {
          screens: {
            name: 'screens',
            test: /[\\/]src[\\/](api|components|format|hooks|navigation|session|state|theme)[\\/]|[\\/]@nutui[\\/]/,
            minChunks: 3,
            enforce: true,
          },
        },
      });
      chain.performance
        .hints('error')
        .maxEntrypointSize(480 * 1024)
        .maxAssetSize(1024 * 1024);
    },
    devServer: {
      port: 10086,
      open: false,
      // A page is loaded anew after a change: fast refresh would need two more packages.
      hot: false,
      proxy: [{ context: ['/api'], target: process.env.LIANXIN_API ?? 'http://127.0.0.1:3000' }],
    },
  },
};

export default defineConfig<'webpack5'>(() => config);
