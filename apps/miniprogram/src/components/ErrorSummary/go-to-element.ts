import Taro from '@tarojs/taro';

/** Scrolls to an element of the page by its id. */
export function goToElement(id: string): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined);
  });
}
