/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}

/** Origin of the API without a slash at the end; empty in the browser build, which is served by the API itself. */
declare const API_BASE: string;

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV: 'weapp' | 'h5';
    readonly TARO_APP_API_BASE?: string;
  }
}
