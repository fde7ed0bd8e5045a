import { readSettings } from '../src/platform/settings/settings.js';
import { startStandIn } from './stand-in.js';

/**
 * Runs the stand-in beside the demonstration, on the port of its own `WECHAT_API_BASE`, with the settings of the API.
 * Usage: DEMONSTRATION=true WECHAT_API_BASE=http://127.0.0.1:3010 node dist/stand-in/main.js
 */
const settings = readSettings(process.env);
const { hostname, port } = new URL(settings.WECHAT_API_BASE);
if (!settings.DEMONSTRATION || hostname !== '127.0.0.1' || !port) {
  process.stderr.write(
    'The stand-in for WeChat runs in a demonstration only: DEMONSTRATION=true, WECHAT_API_BASE=http://127.0.0.1:<port>\n',
  );
  process.exit(1);
}
const base = settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`;
const standIn = await startStandIn({
  port: Number(port),
  appId: settings.WECHAT_APP_ID,
  secret: settings.WECHAT_APP_SECRET,
  callbackToken: settings.WECHAT_CALLBACK_TOKEN,
  encodingAesKey: settings.WECHAT_ENCODING_AES_KEY,
  templateIds: [
    settings.WECHAT_TEMPLATE_LETTER_RECEIVED,
    settings.WECHAT_TEMPLATE_LETTER_ANSWERED,
    settings.WECHAT_TEMPLATE_LETTER_DUE,
    settings.WECHAT_TEMPLATE_LETTER_STATUS,
  ],
  callbackUrl: () => `${base}/api/v1/wechat/callback`,
});
process.stdout.write(`The stand-in for WeChat listens on ${standIn.url}; nothing reaches WeChat itself.\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void standIn.stop().then(() => process.exit(0)));
}
