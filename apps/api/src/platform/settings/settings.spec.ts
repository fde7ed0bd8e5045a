import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, SETTING_NAMES, SettingsError } from './settings.js';

const production = { SECRET_KEY: 'x'.repeat(40) };

describe('settings', () => {
  test('.env.example lists every setting, and nothing else', () => {
    const example = readFileSync(new URL('../../../../../.env.example', import.meta.url), 'utf8');
    const listed = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect([...new Set(listed)].sort()).toEqual([...SETTING_NAMES].sort());
  });

  test.each([
    ['PORT', 'eighty', 'a whole number'],
    ['PORT', '70000', '65535'],
    ['DATABASE_URL', 'postgres://x', 'mysql://'],
    ['LOG_LEVEL', 'loud', 'silent, error, warn, info or debug'],
    ['DEMONSTRATION', 'yes', 'true or false'],
    ['PUBLIC_URL', 'example.com', 'https://'],
    ['WECHAT_ENCODING_AES_KEY', 'short', '43'],
  ])('%s=%s stops the start and says what is accepted', (name, value, accepted) => {
    expect(() => readSettings({ ...production, [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ ...production, [name]: value })).toThrow(new RegExp(`${name}.*${accepted}`));
  });

  test('a wrong secret is not repeated', () => {
    expect(() => readSettings({ SECRET_KEY: 'too-short-secret' })).toThrow(/SECRET_KEY: given \(not shown\)/);
    expect(() => readSettings({ SECRET_KEY: 'too-short-secret' })).not.toThrow(/too-short-secret/);
  });

  test('production needs a secret and refuses the stand-in', () => {
    expect(() => readSettings({})).toThrow(/SECRET_KEY/);
    expect(() => readSettings({ ...production, WECHAT_API_BASE: 'http://127.0.0.1:9' })).toThrow(/WECHAT_API_BASE/);
  });

  test('a demonstration makes its own secret once, readable by nobody else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianxin-settings-'));
    try {
      const environment = { DEMONSTRATION: 'true', DATA_DIR: folder };
      const first = readSettings(environment).SECRET_KEY;
      expect(readSettings(environment).SECRET_KEY).toBe(first);
      expect(statSync(join(folder, 'secret.key')).mode & 0o077).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
