const path = require('node:path');
const { accessibleComponents } = require('./attributes');

/** Taro plugin: lets `ariaLabel`, `ariaRole` and the like through to WeChat, for screen readers. */
module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(context, accessibleComponents);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat();
    },
  });
};
